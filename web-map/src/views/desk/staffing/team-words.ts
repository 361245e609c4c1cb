import { t } from '../../../core/i18n';
import type { SkillHolder, StaffedTeam, TeamEffect } from '../../../core/staffing-types';

/** "E3, Éclairage". */
export const teamLabel = ({ code, name }: { code: string; name: string }): string => `${code}, ${name}`;

/** "Équipe · 12 demandes ouvertes, 10 par jour". */
export function teamNote({ kind, load, capacity, active }: StaffedTeam): string {
  if (!active) return t('staffing.team.stoppedNote');
  return t('staffing.team.note', { kind: t(`staffing.kind.${kind}`), n: load, capacity });
}

export const blankTeam = (id: string): StaffedTeam => ({
  id,
  code: '',
  name: '',
  kind: 'REGULAR',
  capacity: 12,
  active: true,
  lastResort: false,
  load: 0,
  members: [],
  sectors: [],
  setting: { revision: 0 },
});

/** As the server wants it: a capital or a digit, then up to eleven more of them or hyphens. */
export const isCode = (code: string): boolean => /^[\p{Lu}\p{N}][\p{Lu}\p{N}-]{0,11}$/u.test(code);

/** What stopping a team moves, in sentences. @param successor who takes over, if anybody does */
export function stopWords(effect: TeamEffect, successor: string | null): string[] {
  const { requests, goingTo, ground, duties, rules } = effect;
  const teams = goingTo
    .map((share) => t('staffing.effect.share', { n: share.requests, team: teamLabel(share) }))
    .join(', ');
  return [
    requests === 0 ? t('staffing.effect.noRequests') : t('staffing.effect.requests', { n: requests, teams }),
    ...(ground === 0 ? [] : [groundWords(ground, successor)]),
    ...(duties === 0 ? [] : [t('staffing.effect.duties', { n: duties })]),
    ...(rules.length === 0 ? [] : [t('staffing.effect.rules', { n: rules.length, codes: rules.join(', ') })]),
    t('staffing.effect.kept'),
  ];
}

const groundWords = (n: number, successor: string | null): string =>
  successor === null
    ? t('staffing.effect.ended', { n })
    : t('staffing.effect.handed', { n, team: successor });

/** Which teams have all that is asked for. */
export function ableWords(teams: readonly SkillHolder[], asked: readonly string[]): string {
  const able = teams.filter(({ skillIds }) => asked.every((skill) => skillIds.includes(skill)));
  return able.length === 0
    ? t('staffing.skills.nobody')
    : t('staffing.skills.able', { teams: able.map(teamLabel).join(' · ') });
}
