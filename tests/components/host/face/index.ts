Component({
  properties: {
    avatar: { type: Object, value: { text: '' } },
    size: { type: Number, value: 48 },
  },
})
