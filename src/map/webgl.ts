/** Le navigateur sait-il dessiner avec WebGL 2, dont MapLibre a besoin ? */
export function webglDisponible(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}
