/** A line icon in the text's colour. `size` in px; names are those of `icons.wxss`. */
Component({
  options: { virtualHost: false },
  properties: {
    name: { type: String, value: '' },
    size: { type: Number, value: 24 },
  },
})
