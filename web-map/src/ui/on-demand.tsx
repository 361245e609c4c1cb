import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What is opened, with code that is fetched then. Where that fails it closes, if it can, and `tell` says so. */
export function onDemand<P extends object>(
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
          if ('onClose' in props && typeof props.onClose === 'function') props.onClose();
        },
      );
      return () => {
        wanted = false;
      };
    }, []);
    return Opened && <Opened {...props} />;
  };
}
