// Who may know whom. The reasons stand in docs/architecture.md. The words for the life of a request are one file for all cores (decision 0021).
const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const TESTS = '[.]test[.]tsx?$|(^|[./])testing[.]tsx?$|[.]testing[.]tsx?$|-testing[.]ts$'

module.exports = {
  forbidden: [
    error('kernel-knows-nobody', 'plain values', { path: '^src/kernel', pathNot: TESTS }, { pathNot: '^src/kernel|^node_modules/(zod|temporal-polyfill)' }),
    error('platform-knows-no-domain', 'a tool must not know its user', { path: '^src/platform', pathNot: TESTS }, { path: '^src/(domains|apps|field)' }),
    error('ui-knows-only-kernel', 'components have no data', { path: '^src/ui', pathNot: TESTS }, { path: '^src/(domains|apps|field|platform)' }),
    error('core-is-pure', 'rules run on server and phone alike',
      { path: '^src/domains/([^/]+)/core', pathNot: TESTS },
      { pathNot: '^src/kernel|^src/domains/$1/(core|messages)|^src/domains/services/core/life[.]ts$|^node_modules/(zod|temporal-polyfill)' }),
    error('domains-meet-at-the-door', 'enter by index.ts',
      { path: '^src/domains/([^/]+)/', pathNot: TESTS }, { path: '^src/domains/', pathNot: '^src/domains/$1/|^src/domains/[^/]+/(index|testing)[.]tsx?$|^src/domains/services/core/life[.]ts$' }),
    error('makers-stay-in-tests', 'no test code in the product', { pathNot: `${TESTS}|^scripts` }, { path: '(^|[./-])testing[.]tsx?$' }),
    error('nobody-knows-apps', 'apps join, others are joined', { path: '^src/', pathNot: `^src/apps|${TESTS}` }, { path: '^src/apps' }),
    error('no-circles', 'a circle has no first reader', { pathNot: TESTS }, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    error('nothing-unknown', 'an import that leads nowhere', {}, { couldNotResolve: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' }, tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
}
