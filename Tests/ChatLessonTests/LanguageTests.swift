import ChatLesson
import ChatScreen
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    ([:], Language.english), (["LANG": "zh_CN.UTF-8"], .chinese), (["LANG": "zh"], .chinese),
    (["LANG": "ZH_TW"], .chinese), (["LANG": "de_DE.UTF-8"], .english),
    (["LC_MESSAGES": "zh_CN", "LANG": "en_GB"], .chinese),
    (["LC_MESSAGES": "en_GB", "LANG": "zh_CN"], .english),
    (["LC_ALL": "C", "LC_MESSAGES": "zh_CN", "LANG": "zh_CN"], .english),
    (["LC_ALL": "", "LANG": "zh_CN"], .chinese),
  ])
  func `the locale chooses`(environment: [String: String], language: Language) {
    #expect(Language(environment: environment) == language)
  }

  @Test func `a lesson that has not been translated is given all the same`() {
    #expect(Language.chinese.files("sticky") == ["sticky.zh.lesson", "sticky.lesson"])
    #expect(Language.english.files("sticky") == ["sticky.lesson", "sticky.zh.lesson"])
  }
}
