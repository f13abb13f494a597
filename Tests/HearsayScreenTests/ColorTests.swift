import HearsayScreen
import Testing

@Suite struct ColorTests {
  @Test(arguments: [
    (Color.rgb(red: 255, green: 0, blue: 0), 256, Color.palette(196)),
    (.rgb(red: 255, green: 5, blue: 3), 16, .palette(9)),
    (.rgb(red: 200, green: 10, blue: 10), 8, .palette(1)),
    (.rgb(red: 128, green: 128, blue: 128), 256, .palette(244)),
    (.palette(214), 256, .palette(214)),
    (.palette(214), 8, .palette(3)),
    (.palette(12), 8, .palette(4)),
    (.palette(8), 8, .palette(7)),
    (.palette(3), 8, .palette(3)),
  ])
  func `A colour becomes the nearest that there is`(color: Color, colors: Int, expected: Color) {
    #expect(color.reduced(to: colors) == expected)
  }

  @Test func `A monochrome terminal has no colours`() {
    #expect(Color.palette(1).reduced(to: 0) == nil)
    #expect(Color.rgb(red: 1, green: 2, blue: 3).reduced(to: 2) == nil)
  }

  @Test func `True colour stays true where it can`() {
    let color = Color.rgb(red: 1, green: 2, blue: 3)
    #expect(color.reduced(to: 16_777_216) == color)
  }
}
