// One entry for the style sheets every page needs, in the order they build on each other.
import './fonts.css';
import 'virtual:map-style.css';
import './tokens.css';
import './base.css';
import './ring.css';
import './controls.css';
import './parts.css';
