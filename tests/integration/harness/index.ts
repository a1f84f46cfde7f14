export { closeClients, createClient, TestClient, textOf } from './client'
export { startServer, TEST_SECRET_KEY, userSigFor, type TestServer } from './server'
export { until } from './until'
export { useServer } from './use-server'
