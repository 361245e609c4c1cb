import { offlineProblem, problemOf, type Problem } from '../../../core/problem';
import type { UploadedPhoto } from '../../../core/types';

interface Upload {
  base: string;
  id: string;
  blob: Blob;
  language: string;
  /** Share that has left, 0 to 1. */
  onProgress: (share: number) => void;
}

/** Sends a photo and tells how far it is, which `fetch` cannot. */
export function uploadPhoto({ base, id, blob, language, onProgress }: Upload): Promise<UploadedPhoto> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `${base}/api/photos/${id}`);
    request.setRequestHeader('Content-Type', blob.type);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', language);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(offlineProblem(new Error('offline')));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300)
        resolve(JSON.parse(request.responseText) as UploadedPhoto);
      else void problemFrom(request).then(reject);
    };
    request.send(blob);
  });
}

function problemFrom(request: XMLHttpRequest): Promise<Problem> {
  const headers = { 'Content-Type': request.getResponseHeader('Content-Type') ?? '' };
  return problemOf(new Response(request.responseText, { status: request.status, headers }));
}
