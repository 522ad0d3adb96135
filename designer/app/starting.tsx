import { After200 } from '../design/parts/skeleton.tsx';
import './shell.css';

/** The shape of the shell while the first screen is on its way. */
export function Starting() {
  return (
    <After200>
      <div className="shell" aria-busy="true">
        <div className="rail" aria-hidden />
      </div>
    </After200>
  );
}
