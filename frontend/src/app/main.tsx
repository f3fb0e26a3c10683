import '../ui/ui.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from '../ui/problem';
import { connect } from './client';
import { router } from './router';

/** Shows the app; somebody is signed in by now. */
export function start(): void {
  connect();
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        retry: (count, cause) =>
          count < 2 && (!(cause instanceof Problem) || cause.status === 0 || cause.status === 503),
      },
    },
  });
  const place = document.getElementById('root') ?? document.body;
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
