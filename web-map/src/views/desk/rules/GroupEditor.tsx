import { t } from '../../../core/i18n';
import type { Condition, Vocabulary } from '../../../core/rule-types';
import { Button } from '../../../ui/Buttons';
import { LeafEditor } from './LeafEditor';
import { empty, groupAs, groupOf, GROUPS, replaced, turn, turned, type Group, type GroupKind } from './tree';

/** The server reads eight levels; the form offers what people can still follow. */
const DEEPEST = 3;

interface GroupEditorProps {
  group: Group;
  vocabulary: Vocabulary;
  depth: number;
  onChange: (group: Group) => void;
  /** Missing for the outermost. */
  onRemove?: () => void;
}

/** All of these, or any of these: conditions one below the other, groups within groups. */
export function GroupEditor({ group, vocabulary, depth, onChange, onRemove }: GroupEditorProps) {
  const set = (at: number, by: Condition | null): void =>
    onChange({ ...group, of: replaced(group.of, at, by) });
  const add = (condition: Condition): void => onChange({ ...group, of: [...group.of, condition] });
  return (
    <fieldset class="group">
      <legend>
        <select
          class="field__input select"
          aria-label={t('rules.group')}
          value={group.kind}
          onChange={(event) => onChange({ ...group, kind: event.currentTarget.value as GroupKind })}
        >
          {GROUPS.map((kind) => (
            <option key={kind} value={kind} selected={kind === group.kind}>
              {t(`rules.group.${kind}`)}
            </option>
          ))}
        </select>
      </legend>
      <ul>
        {group.of.map((condition, at) => (
          <li key={at}>
            <Member
              condition={condition}
              vocabulary={vocabulary}
              depth={depth}
              onChange={(by) => set(at, by)}
              {...(group.of.length > 1 ? { onRemove: () => set(at, null) } : {})}
            />
          </li>
        ))}
      </ul>
      <div class="group__acts">
        <Button size="small" icon="plus" onClick={() => add(empty('category'))}>
          {t('rules.addCondition')}
        </Button>
        {depth < DEEPEST && (
          <Button size="small" look="quiet" onClick={() => add({ any: [empty('category')] })}>
            {t('rules.addGroup')}
          </Button>
        )}
        {onRemove && (
          <Button size="small" look="quiet" onClick={onRemove}>
            {t('rules.removeGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface MemberProps {
  condition: Condition;
  vocabulary: Vocabulary;
  depth: number;
  onChange: (condition: Condition) => void;
  onRemove?: () => void;
}

function Member({ condition, vocabulary, depth, onChange, onRemove }: MemberProps) {
  const { not, inner } = turned(condition);
  const group = groupOf(inner);
  if (!group)
    return (
      <LeafEditor
        not={not}
        leaf={inner}
        vocabulary={vocabulary}
        onChange={(leaf, turnedRound) => onChange(turn(leaf, turnedRound))}
        {...(onRemove ? { onRemove } : {})}
      />
    );
  return (
    <>
      {not && <b class="group__not">{t('rules.not')}</b>}
      <GroupEditor
        group={group}
        vocabulary={vocabulary}
        depth={depth + 1}
        onChange={(changed) => onChange(turn(groupAs(changed), not))}
        {...(onRemove ? { onRemove } : {})}
      />
    </>
  );
}
