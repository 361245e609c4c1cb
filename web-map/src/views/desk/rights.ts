import type { ModuleName, Role } from '../../core/types';
import type { Screen } from './address-bar';

/** What a role may do at the desk, of what the town has; the server decides, the page only does not offer the rest. */
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
  /** May see the settings and what holds where, and open and close days. */
  setUp: boolean;
  /** May see how the teams are set up, and keep their rota. */
  keepRota: boolean;
  /** May change promises, ladders and letters, teams and what they cover, and what holds where. */
  rule: boolean;
  /** May draft versions of processes. */
  draftProcesses: boolean;
  /** May publish those that were reviewed. */
  publishProcesses: boolean;
  /** May read the rules and try them dry. */
  seeRules: boolean;
  /** May write and activate them. */
  writeRules: boolean;
  /** May read formal replies. */
  letters: boolean;
  /** May read the periodic review. */
  seeReview: boolean;
  /** May give other systems keys, and take them back. */
  admitSystems: boolean;
}

const DIRECT: readonly Role[] = ['FRONT_OFFICE', 'DISPATCHER', 'HEAD', 'ADMINISTRATOR'];
const ACT: readonly Role[] = [...DIRECT, 'REFERENT'];
const READ: readonly Role[] = [...ACT, 'SIGNATORY', 'ELECTED_OFFICIAL'];

/** @param modules that are on here */
export function rightsOf(role: Role, modules: readonly ModuleName[]): Rights {
  const read = READ.includes(role);
  const leads = role === 'HEAD' || role === 'ADMINISTRATOR';
  const administers = role === 'ADMINISTRATOR';
  const drafts = modules.includes('SECTOR_DRAFTS');
  const rules = modules.includes('RULES');
  return {
    read,
    act: ACT.includes(role),
    direct: DIRECT.includes(role),
    seeDrafts: leads && drafts,
    draw: administers && drafts,
    setUp: leads,
    keepRota: leads,
    rule: administers,
    draftProcesses: role === 'REFERENT' || leads,
    publishProcesses: leads,
    seeRules: leads && rules,
    writeRules: administers && rules,
    letters: read && modules.includes('FORMAL_REPLIES'),
    seeReview: read && modules.includes('REVIEW'),
    admitSystems: administers && modules.includes('OPEN311'),
  };
}

/** Whether the screen is for whoever has these rights; it is not offered to others, and an address that names it leads to the queue. */
export function mayOpen(screen: Screen['name'], rights: Rights): boolean {
  if (screen === 'sectors') return rights.seeDrafts;
  if (screen === 'rules') return rights.seeRules;
  if (screen === 'review' || screen === 'analysis') return rights.seeReview;
  if (screen === 'teams') return rights.keepRota;
  return screen === 'settings' || screen === 'where' ? rights.setUp : rights.read;
}
