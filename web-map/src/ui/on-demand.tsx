import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What can be closed again, with code that is fetched when it is first opened. Where that fails it closes, and `tell` says so. */
export function onDemand<P extends { onClose: () => void }>(
  load: () => Promise<ComponentType<P>>,
  tell: () => void = () => undefined,
): ComponentType<P> {
  return function OnDemand(props: P) {
    const [Opened, setOpened] = useState<ComponentType<P> | null>(null);
    useEffect(() => {
      let wanted = true;
      load().then(
        (component) => wanted && setOpened(() => component),
        () => {
          if (!wanted) return;
          tell();
          props.onClose();
        },
      );
      return () => {
        wanted = false;
      };
    }, []);
    return Opened && <Opened {...props} />;
  };
}
