import { Agent, request } from 'node:http';

/** A lean keep-alive JSON client: what the load generator costs is taken from the machine it shares with the server. */
export class HttpClient {
  private readonly agent: Agent;
  private readonly base: URL;
  private readonly headers: Record<string, string>;

  constructor(url: string, sockets: number, headers: Record<string, string> = {}) {
    this.base = new URL(url);
    this.agent = new Agent({ keepAlive: true, maxSockets: sockets });
    this.headers = headers;
  }

  post(
    path: string,
    body: string,
    more: Record<string, string> = {},
  ): Promise<{ status: number; text: string }> {
    return this.send('POST', path, body, more);
  }

  send(
    method: string,
    path: string,
    body: string,
    more: Record<string, string> = {},
  ): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: this.base.hostname,
          port: this.base.port,
          path,
          method,
          agent: this.agent,
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            ...this.headers,
            ...more,
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
          response.on('error', reject);
        },
      );
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // A kept connection the server had just let go: nothing was read of the request, so it is sent again.
        if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(this.send(method, path, body, more));
        else reject(error);
      });
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
