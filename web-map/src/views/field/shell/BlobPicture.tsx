import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../../ui/Icon';

/** A picture that is still on the phone. */
export function BlobPicture({ blob, alt }: { blob: Blob | undefined; alt: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob?.size]);
  return url ? <img src={url} alt={alt} /> : <Icon name="image" size={26} />;
}
