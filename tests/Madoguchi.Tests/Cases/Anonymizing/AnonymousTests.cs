using Madoguchi.Cases.Anonymizing;

namespace Madoguchi.Tests.Cases.Anonymizing;

/// <summary>Words without the person who said them.</summary>
public sealed class AnonymousTests
{
    [Theory]
    [InlineData("山野です。山野太郎の件です。太郎は困っています。", "〔お名前〕です。〔お名前〕の件です。〔お名前〕は困っています。")]
    [InlineData("わたくし佐々木と申します。", "わたくし〔お名前〕と申します。")]
    [InlineData("キムラといいます。ログインできません。", "〔お名前〕といいます。ログインできません。")]
    [InlineData("昨日は鈴木さんにお世話になりました。", "昨日は〔お名前〕さんにお世話になりました。")]
    [InlineData("電話は０９０－１２３４－５６７８です。", "電話は〔電話番号〕です。")]
    [InlineData("03-1234-5678 か taro.yamano@example.co.jp へ", "〔電話番号〕 か 〔メールアドレス〕 へ")]
    [InlineData("https://shop.example.jp/orders?id=1 で止まります", "〔リンク〕 で止まります")]
    [InlineData("注文番号は AB-1234 です。", "注文番号は 〔番号〕 です。")]
    [InlineData("カードは 4111 1111 1111 1111 です。", "カードは 〔番号〕 です。")]
    [InlineData("製造番号SN20391834の本体です。", "製造番号〔番号〕の本体です。")]
    [InlineData("〒150-0001 東京都渋谷区神宮前1-2-3に住んでいます。", "〔住所〕 〔住所〕に住んでいます。")]
    [InlineData("大阪府大阪市北区梅田二丁目3番5号です", "〔住所〕です")]
    [InlineData("住所は緑区中央町1-2-30です", "住所は〔住所〕です")]
    [InlineData("お客様番号 7K3MT です", "お客様番号 〔番号〕 です")]
    public void In_Japanese_names_numbers_and_addresses_go(string said, string left) => Assert.Equal(left, Anonymous.Of(said, "山野 太郎"));

    [Theory]
    [InlineData("This is Emma Clark. CLARK is my name.", "This is [name]. [name] is my name.")]
    [InlineData("My name is John Smith and it fails.", "My name is [name] and it fails.")]
    [InlineData("Dear Mr. Brown, it broke again", "Dear Mr. [name], it broke again")]
    [InlineData("Call me at +44 20 7946 0958 or (555) 123-4567.", "Call me at [telephone] or [telephone].")]
    [InlineData("I live at 221B Baker Street, London NW1 6XE.", "I live at [address], London [address].")]
    [InlineData("Order number: 8821-AB, card 5500000000000004", "Order number: [number], card [number]")]
    [InlineData("My server is 203.0.113.9, see www.example.com/me.", "My server is [number], see [link]")]
    [InlineData("It stopped working.\nKind regards,\nPaula Weber", "It stopped working.\nKind regards,\n[name]")]
    public void In_English_too(string said, string left) => Assert.Equal(left, Anonymous.Of(said, "Emma Clark"));

    [Theory]
    [InlineData("エラー E-1234 が出ます。バージョン 1.0.1、iOS 17.4.1 です。")]
    [InlineData("2026-11-22 の 23:41 から 0x80070005 と表示されます。")]
    [InlineData("お客様サポートの皆様、業者さんにも見てもらいましたが、404 のままです。")]
    [InlineData("It says error 503 since 2026-11-22, version 10.2.3, model XR-200.")]
    [InlineData("I have asked three times and nobody answers. This is ridiculous.")]
    [InlineData("北海道でも東京でも同じです。5000円を払いました。")]
    [InlineData("")]
    public void What_says_nothing_of_a_person_stays_as_it_was_said(string said) => Assert.Equal(said, Anonymous.Of(said, "山野 太郎", null, "Emma Clark"));

    [Fact]
    public void A_known_name_goes_whatever_its_width_and_inside_no_other_word()
    {
        Assert.Equal("[name] cannot sign in; Eleanor can", Anonymous.Of("ＬＥＡ cannot sign in; Eleanor can", "Lea"));
        Assert.Equal("[name]ですが、〔お名前〕".Replace("[name]", "〔お名前〕", StringComparison.Ordinal), Anonymous.Of("ヤマノですが、山野", "山野", "ヤマノ"));
    }

    [Fact]
    public void A_long_text_of_odd_signs_is_done_at_once()
    {
        var odd = string.Concat(Enumerable.Repeat("市区町村県一-二ー1丁目a-1.1@東京都 ", 900));

        Assert.NotEmpty(Anonymous.Of(odd, "山野"));
    }
}
