// What a small server in node makes of the same SQL: a pool of four, prepared statements, JSON.
const http = require('http');
const { Pool } = require('pg');

const pool = new Pool({ max: 4 });

const doors = {
    '/nearest': async (query) => {
        const values = [Number(query.get('lon')), Number(query.get('lat'))];
        return (await pool.query({ name: 'nearest', text: process.env.NEAREST, values })).rows[0].body;
    },
    '/features': async (query) => {
        const values = query.get('bbox').split(',').map(Number);
        return (await pool.query({ name: 'features', text: process.env.FEATURES, values })).rows[0].page;
    },
};

http.createServer(async (request, response) => {
    const address = new URL(request.url, 'http://localhost');
    try {
        const body = await doors[address.pathname](address.searchParams);
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
        response.end(body);
    } catch (error) {
        response.writeHead(500);
        response.end(String(error));
    }
}).listen(Number(process.env.PORT), '127.0.0.1');
