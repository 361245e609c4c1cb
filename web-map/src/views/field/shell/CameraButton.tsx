import { useRef } from 'preact/hooks';
import { Icon } from '../../../ui/Icon';

interface CameraProps {
  class: string;
  /** Said by screen readers. */
  label: string;
  /** Shown below the camera. */
  word: string;
  onFile: (file: File) => void;
}

/** Opens the phone's camera, or the picture chooser where there is none. */
export function CameraButton({ class: name, label, word, onFile }: CameraProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={name} aria-label={label} onClick={() => input.current?.click()}>
        <Icon name="camera" size={27} />
        {word}
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // emptied at once, so that the same picture can be chosen again
          if (file) onFile(file);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
