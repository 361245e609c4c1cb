import type { Role } from '../../core/types';
import type { Screen } from './address-bar';

/** What a role may do at the desk; the server decides, the page only does not offer the rest. */
export interface Rights {
  /** May see the desk at all. */
  read: boolean;
  /** May answer, note and change the state. */
  act: boolean;
  /** May assign, set priorities, move, reclassify and take calls. */
  direct: boolean;
  /** May see drafts of the sectors. */
  seeDrafts: boolean;
  /** May draw and publish them. */
  draw: boolean;
  /** May see the settings, and open and close days. */
  setUp: boolean;
  /** May change promises, ladders and letters. */
  rule: boolean;
  /** May draft versions of processes. */
  draftProcesses: boolean;
  /** May publish those that were reviewed. */
  publishProcesses: boolean;
  /** May read the rules and try them dry. */
  seeRules: boolean;
  /** May write and activate them. */
  writeRules: boolean;
}

const DIRECT: readonly Role[] = ['FRONT_OFFICE', 'DISPATCHER', 'HEAD', 'ADMINISTRATOR'];
const ACT: readonly Role[] = [...DIRECT, 'REFERENT'];
const READ: readonly Role[] = [...ACT, 'SIGNATORY', 'ELECTED_OFFICIAL'];

export function rightsOf(role: Role): Rights {
  return {
    read: READ.includes(role),
    act: ACT.includes(role),
    direct: DIRECT.includes(role),
    seeDrafts: role === 'HEAD' || role === 'ADMINISTRATOR',
    draw: role === 'ADMINISTRATOR',
    setUp: role === 'HEAD' || role === 'ADMINISTRATOR',
    rule: role === 'ADMINISTRATOR',
    draftProcesses: role === 'REFERENT' || role === 'HEAD' || role === 'ADMINISTRATOR',
    publishProcesses: role === 'HEAD' || role === 'ADMINISTRATOR',
    seeRules: role === 'HEAD' || role === 'ADMINISTRATOR',
    writeRules: role === 'ADMINISTRATOR',
  };
}

/** Whether the screen is for whoever has these rights; it is not offered to others, and an address that names it leads to the queue. */
export function mayOpen(screen: Screen['name'], rights: Rights): boolean {
  if (screen === 'sectors') return rights.seeDrafts;
  if (screen === 'rules') return rights.seeRules;
  return screen === 'settings' ? rights.setUp : rights.read;
}
