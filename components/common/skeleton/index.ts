/** The shape of a list while its first load is on its way. */
Component({
  properties: {
    rows: { type: Number, value: 8 },
    label: { type: String, value: '' },
  },
})
