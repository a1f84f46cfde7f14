export * from '../../utils/read'
