interface CheckListProps {
  label: string;
  items: readonly { id: string; name: string }[];
  checked: readonly string[];
  disabled?: boolean;
  onChange: (checked: string[]) => void;
}

/** Any number out of a few. */
export function CheckList({ label, items, checked, disabled, onChange }: CheckListProps) {
  return (
    <fieldset class="staff">
      <legend class="field__label">{label}</legend>
      {items.map(({ id, name }) => (
        <label key={id} class="settings__check">
          <input
            type="checkbox"
            checked={checked.includes(id)}
            disabled={disabled ?? false}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.checked ? [...checked, id] : checked.filter((one) => one !== id))
            }
          />
          <bdi>{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
