export { estFictive, type Fictions, fictions, natureDe } from '../domain/fictions.ts';
