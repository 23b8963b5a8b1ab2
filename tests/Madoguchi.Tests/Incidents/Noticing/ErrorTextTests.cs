using Madoguchi.Incidents.Noticing;

namespace Madoguchi.Tests.Incidents.Noticing;

public sealed class ErrorTextTests
{
    [Theory]
    [InlineData("Error 4012 at 0x7FFDE001", "error # at #")]
    [InlineData("ＥＲＲＯＲ　４０１２ at 0x7ffde001", "error # at #")]
    [InlineData("id=550e8400-e29b-41d4-a716-446655440000 not found", "id=# not found")]
    [InlineData("時間をおいて\n お試しください（123）", "時間をおいて お試しください(#)")]
    [InlineData("2026-11-22 10:15:30.123 timeout", "# # timeout")]
    [InlineData("deadbeef is a word, added too", "deadbeef is a word, added too")]
    [InlineData("E-1234", "e-1234")]
    [InlineData("エラーコード：Ｅ－１２３４です", "e-1234です")]
    [InlineData("HTTP 503", "http 503")]
    [InlineData("0x80070005", "0x80070005")]
    [InlineData("404", "404")]
    [InlineData("12345678901234567890", "#")]
    [InlineData("Error: save failed (slot 3).", "save failed (slot #)")]
    [InlineData("「保存に失敗しました（3）」", "保存に失敗しました(#)")]
    [InlineData("   ", null)]
    [InlineData(null, null)]
    public void One_error_in_many_wordings_is_one(string? told, string? folded) => Assert.Equal(folded, ErrorText.Fold(told));

    [Theory]
    [InlineData("E-777: connection failed", "e-777: connection failed")]
    [InlineData("Error 777 in session 123456789, 00:12:31", "error 777 in session #, #")]
    [InlineData("code 777 (id 550e8400-e29b-41d4-a716-446655440000)", "code 777 (id #)")]
    public void The_exact_text_keeps_short_numbers(string told, string exact) => Assert.Equal(exact, ErrorText.Exact(told));

    [Theory]
    [InlineData("起動すると「接続が切れました（0x8F3A21）」というエラーが出ます。", "接続が切れました（0x8F3A21）")]
    [InlineData("昨日から『セーブデータが壊れています』と表示されて進めません", "セーブデータが壊れています")]
    [InlineData("ログインしたら「認証に失敗しました」って出るんですけど", "認証に失敗しました")]
    [InlineData("エラーメッセージは「Session 8812 lost」です。", "Session 8812 lost")]
    [InlineData("画面に「サーバーに接続できません」と出て、そこから動きません。", "サーバーに接続できません")]
    [InlineData("「不明なエラー」とだけ出ます", "不明なエラー")]
    [InlineData("エラーコード：E-1234 が出ました", "E-1234")]
    [InlineData("E-1234 というエラーです。", "E-1234")]
    [InlineData("404エラーになります", "404")]
    [InlineData("支払いの途中でエラー 5021 になりました", "5021")]
    [InlineData("起動すると通信に失敗しましたと表示されます", "通信に失敗しました")]
    [InlineData("データの読み込みに失敗しましたというエラーが出ました。", "データの読み込みに失敗しました")]
    [InlineData("昨夜から使えません。\nエラー：ノード 17 が応答しません", "ノード 17 が応答しません")]
    [InlineData("The game says \"Cannot reach matchmaking node 17\" every time.", "Cannot reach matchmaking node 17")]
    [InlineData("I get the error “Save data corrupted (slot 3)” since the update", "Save data corrupted (slot 3)")]
    [InlineData("I keep getting \"failed to load profile\"", "failed to load profile")]
    [InlineData("Error: session 12345 lost. Please help", "session 12345 lost")]
    [InlineData("It crashes.\nSystem.NullReferenceException: Object reference not set", "System.NullReferenceException: Object reference not set")]
    [InlineData("There was a NullReferenceException in the log", "NullReferenceException")]
    [InlineData("my browser shows ERR_CONNECTION_RESET", "ERR_CONNECTION_RESET")]
    [InlineData("The page gives me HTTP 503 all day", "HTTP 503")]
    [InlineData("I only see 503 Service Unavailable", "503 Service Unavailable")]
    [InlineData("Update stops with 0x80070005", "0x80070005")]
    [InlineData("It stops at E-1234 again", "E-1234")]
    [InlineData("error code 5021 when I pay", "5021")]
    [InlineData("The app says it cannot reach the server (id 993). What now?", "it cannot reach the server (id 993)")]
    [InlineData("It displays: \"Unable to verify licence 55-1\"", "Unable to verify licence 55-1")]
    [InlineData("Failed to write block 881 on device 3", "Failed to write block 881 on device 3")]
    [InlineData("\"Request timed out (17)\" appears when I press play", "Request timed out (17)")]
    public void An_error_text_is_recognised_in_a_customers_own_words(string words, string found) => Assert.Equal(found, ErrorText.In(words));

    [Theory]
    [InlineData("請求書をもう一度送ってください。")]
    [InlineData("「プレミアム」プランの解約方法を教えてください。")]
    [InlineData("「設定」を押すと画面が真っ白になります。")]
    [InlineData("注文番号 20261122-001 の配送はいつですか？")]
    [InlineData("パスワードを忘れました。")]
    [InlineData("iPhone 15 から機種変更しました。引き継ぎのやり方がわかりません。")]
    [InlineData("ログインできません。")]
    [InlineData("型番は GX-200 です。保証期間を知りたいです。")]
    [InlineData("「ありがとう」と店員さんが言ってくれて嬉しかったです。")]
    [InlineData("2026年11月22日に購入しました。3,980円でした。")]
    [InlineData("領収書に「株式会社ミナモ」と表示してほしい")]
    [InlineData("プロフィールに「さくら」と表示される名前を変えたい")]
    [InlineData("電話番号 03-1234-5678 に変更したいです")]
    [InlineData("スイッチが見つかりません。どこですか。")]
    [InlineData("何度やってもうまくいきません。")]
    [InlineData("エラーは出ていませんが、音が出ません。")]
    [InlineData("I cannot find my invoice.")]
    [InlineData("How do I cancel my \"Premium\" plan?")]
    [InlineData("My account shows \"Basic\" instead of \"Premium\".")]
    [InlineData("The courier failed to deliver my parcel.")]
    [InlineData("Order #48812 has not arrived.")]
    [InlineData("I have model GX-200 and want to know about the warranty")]
    [InlineData("Can I change my phone number to 03-1234-5678?")]
    [InlineData("There is an error in my address, it should be 12 Main Street.")]
    [InlineData("I was charged 503 yen twice")]
    [InlineData("The manual says I should call you.")]
    [InlineData("My son got \"Player of the week\", thank you!")]
    [InlineData("I paid by mistake, it was my error.")]
    [InlineData("Nothing happens when I press start.")]
    [InlineData("Where is the download page?")]
    public void Ordinary_sentences_tell_of_no_message(string words) => Assert.Null(ErrorText.In(words));

    [Fact]
    public void Whose_address_stands_in_it_is_nobodys_business() => Assert.Equal(("user # not found", "user # not found"), (ErrorText.Fold("User taro.yamano+1@example.co.jp not found"), ErrorText.Exact("User emma@example.com not found")));

    [Fact]
    public void A_story_is_not_cut_through_a_sign()
    {
        var story = new string('a', 3_900) + "\nError: " + new string('x', 91) + string.Concat(Enumerable.Repeat("😀", 60));

        Assert.All(Enumerable.Range(0, 4), i => Assert.NotNull(ErrorText.Fold(ErrorText.In(new string('b', i) + story))));
    }

    [Fact]
    public void A_long_story_is_read_in_a_moment()
    {
        foreach (var piece in new[] { "「「「", "error ", "エラーと", "a_B_", "\"says ", "0x1", "と表示", "E-" })
            _ = ErrorText.In(string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length)));
    }
}
