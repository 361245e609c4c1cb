import tseslint from 'typescript-eslint';
import { importX } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';

const view = (name, others) => ({
  target: `./src/views/${name}`,
  from: others.map((other) => `./src/views/${other}`),
  message: 'Views never import each other: move what they share to src/ui or src/core.',
});

export default tseslint.config(
  { ignores: ['dist', 'target', 'node_modules'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            view('public', ['desk', 'field']),
            view('desk', ['public', 'field']),
            view('field', ['public', 'desk']),
            {
              target: './src/core',
              from: ['./src/ui', './src/map', './src/views'],
              message: 'core knows no page.',
            },
            {
              target: './src/ui',
              from: ['./src/map', './src/views'],
              message: 'ui knows neither map nor page.',
            },
            { target: './src/map', from: './src/views', message: 'map knows no page.' },
          ],
        },
      ],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/map/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'leaflet', message: 'Only src/map may know Leaflet: use MapPort.' }] },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: ['leaflet', 'preact', '@preact/signals'], patterns: ['preact/*', 'leaflet/*'] },
      ],
    },
  },
  { files: ['src/**/*.test.{ts,tsx}'], rules: { 'max-lines-per-function': 'off' } },
);
