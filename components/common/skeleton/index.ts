/** The shape of a list while its first load is on its way. */
Component({
  properties: {
    label: { type: String, value: '' },
  },
  data: { list: [0, 1, 2, 3, 4, 5, 6, 7] },
})
