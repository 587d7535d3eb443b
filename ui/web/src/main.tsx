import '@fontsource-variable/geist/wght.css';
import '@fontsource-variable/geist-mono/wght.css';
import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.js';

const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no element with the id page');
createRoot(page).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
