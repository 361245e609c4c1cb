/** All that everybody's pages say in French, as one file to load. */
export { default as common } from './common.json';
export { default as area } from './public.json';
