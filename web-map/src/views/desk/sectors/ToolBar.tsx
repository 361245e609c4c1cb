import { t } from '../../../core/i18n';
import { IconButton } from '../../../ui/Buttons';
import type { Sectors, Tool } from './sectors';

const TOOLS: readonly Tool[] = ['point', 'claim', 'split', 'merge', 'name', 'import'];

/** What can be done to the draft, and taking it back. */
export function ToolBar({ sectors }: { sectors: Sectors }) {
  return (
    <div class="toolbar" role="toolbar" aria-label={t('sectors.tools')}>
      {TOOLS.map((tool) => (
        <button
          key={tool}
          type="button"
          data-tool={tool}
          aria-pressed={sectors.tool.value === tool}
          disabled={sectors.draft.value?.open === false}
          onClick={() => sectors.choose(tool)}
        >
          {t(`sectors.tool.${tool}`)}
        </button>
      ))}
      <span class="toolbar__undo">
        <IconButton
          icon="undo"
          label={t('sectors.undo')}
          disabled={!sectors.canUndo.value}
          onClick={() => void sectors.edit({ kind: 'undo' })}
        />
        <IconButton
          icon="redo"
          label={t('sectors.redo')}
          disabled={!sectors.canRedo.value}
          onClick={() => void sectors.edit({ kind: 'redo' })}
        />
      </span>
    </div>
  );
}
