import { t } from '../../../core/i18n';
import { edgeWords, type EdgeProps } from '../../../ui/Place';

/** One plain sentence and a way to say otherwise: most people need neither. */
export function EdgeNote({ edge, onChoose }: EdgeProps) {
  const { sectors, usual, chosen } = edge;
  const changed = chosen.code !== usual.code;
  return (
    <div class="edge edge--note">
      <p aria-live="polite">
        {edgeWords(edge)} {t(changed ? 'place.edge.chosen' : 'place.edge.goes', { sector: chosen.name })}
      </p>
      {sectors
        .filter(({ code }) => code !== chosen.code)
        .map(({ code, name }) => (
          <button
            key={code}
            type="button"
            class="link summary__edit"
            onClick={() => onChoose(code === usual.code ? null : code)}
          >
            {t(code === usual.code ? 'place.edge.back' : 'place.edge.other', { sector: name })}
          </button>
        ))}
    </div>
  );
}
