import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import type { Duty, Rota } from '../../../core/staffing-types';
import { Button } from '../../../ui/Buttons';
import { Section } from '../settings/Parts';
import { useSetting } from '../settings/use-setting';
import { DutyForm } from './DutyForm';
import { dayAfter, dutiesIn, dutyWords, mondaysFrom, periodWords, shortDay } from './rota';
import type { StaffingProps } from './StaffingScreen';

/** Week by week who is on call; a week is planned and a period changed beside the list. */
export function OnCall({ desk, api }: StaffingProps) {
  const loaded = useSetting(() => api.rota());
  const [duty, setDuty] = useState<Duty | null>(null);
  return (
    <Section title={t('staffing.oncall')} hint={t('staffing.oncall.hint')} loaded={loaded}>
      {(rota) =>
        rota.shifts.length === 0 ? (
          <p class="settings__card">{t('staffing.oncall.noShift')}</p>
        ) : (
          <div class="settings__two">
            <Weeks rota={rota} may={desk.rights.keepRota} onChoose={setDuty} />
            <div class="settings__card settings__form">
              {duty ? (
                <DutyForm
                  key={duty.id}
                  desk={desk}
                  api={api}
                  rota={rota}
                  duty={duty}
                  onCancel={() => setDuty(null)}
                  onDone={async () => {
                    await loaded.reload();
                    setDuty(null);
                  }}
                />
              ) : (
                <p class="settings__hint">{t('staffing.oncall.choose')}</p>
              )}
            </div>
          </div>
        )
      }
    </Section>
  );
}

interface WeeksProps {
  rota: Rota;
  may: boolean;
  onChoose: (duty: Duty) => void;
}

function Weeks({ rota, may, onChoose }: WeeksProps) {
  return (
    <ol class="staff__weeks settings__card">
      {mondaysFrom(rota.today).map((monday) => {
        const duties = dutiesIn(monday, rota.duties);
        return (
          <li key={monday}>
            <b>
              {shortDay(monday)} – {shortDay(dayAfter(monday, 6))}
            </b>
            <div>
              {duties.map((duty) => (
                <button
                  key={duty.id}
                  type="button"
                  class="staff__duty"
                  disabled={!may}
                  onClick={() => onChoose(duty)}
                >
                  <bdi>{dutyWords(duty, rota)}</bdi>
                  <small>{periodWords(duty.firstDay, duty.lastDay)}</small>
                </button>
              ))}
              {duties.length === 0 && <p class="settings__hint">{t('staffing.oncall.nobody')}</p>}
            </div>
            {may && (
              <Button
                size="small"
                aria-label={t('staffing.oncall.planWeek', { day: shortDay(monday) })}
                onClick={() => onChoose(blankDuty(rota, monday))}
              >
                {t('staffing.oncall.plan')}
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** A week of the first shift that somebody is on call for, else of the first. */
function blankDuty({ shifts, duties, teams }: Rota, monday: string): Duty {
  return {
    id: newId(),
    teamId: duties[0]?.teamId ?? teams[0]?.id ?? '',
    shiftId: duties[0]?.shiftId ?? shifts[0]?.id ?? '',
    firstDay: monday,
    lastDay: dayAfter(monday, 6),
    setting: { revision: 0 },
  };
}
