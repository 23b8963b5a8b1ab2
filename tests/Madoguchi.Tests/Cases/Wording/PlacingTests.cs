using Madoguchi.Cases.Wording;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Wording;

public sealed class PlacingTests
{
    private static readonly Desk Billing = Desk("billing", ["ja", "en"],
        "請求", "支払い", "引き落とし", "領収書", "返金", "料金", "課金", "割引", "振込", "カード", "クーポン", "プラン",
        "invoice", "payment", "refund", "charge", "charged", "receipt", "bill", "price", "fee", "subscription", "debit", "card", "voucher", "plan", "pay", "money");

    private static readonly Desk Account = Desk("account", ["ja", "en"],
        "ログイン", "サインイン", "パスワード", "アカウント", "登録", "確認コード", "二段階認証", "退会", "会員", "ユーザー名", "ID",
        "password", "sign in", "log in", "login", "account", "username", "profile", "verification code", "two-factor", "credentials");

    private static readonly Desk Technical = Desk("technical", ["ja", "en"],
        "ルーター", "Wi-Fi", "アプリ", "再起動", "エラー", "画面", "つながら", "動作", "電波", "電源", "更新", "同期", "ケーブル", "落ちます", "動画", "表示",
        "router", "wi-fi", "app", "crash", "crashes", "error", "screen", "slow", "connect", "connects", "update", "sync", "restarts", "signal", "cable", "device", "settings", "video");

    private static readonly Desk Delivery = Desk("delivery", ["ja", "en"],
        "届", "配達", "発送", "注文", "送り", "追跡", "返品", "交換", "商品", "不在票", "置き配",
        "order", "deliver", "delivery", "delivered", "ship", "parcel", "tracking", "courier", "return", "dispatched", "box", "exchange", "redelivered");

    private static readonly Desk[] Desks = [Billing, Account, Technical, Delivery];

    [Theory]
    [InlineData("ja", "Japanese")]
    [InlineData("en", "English")]
    public void The_figures_in_the_guide_are_those_of_the_code(string language, string name)
    {
        var stories = Corpus.Of("stories." + language);
        Assert.True(stories.Count >= 60);
        var placed = stories.Select(s => (Story: s, Desk: Placing.Clear(Placing.Of(s.Text, null, null, language, Desks), language)?.Desk.Slug ?? "none")).ToList();
        var (right, wrong, left) = (placed.Count(p => p.Desk == p.Story.Label && p.Desk != "none"), placed.Where(p => p.Desk != p.Story.Label && p.Desk != "none").ToList(), placed.Where(p => p.Desk == "none" && p.Story.Label != "none").ToList());
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs/wording.md"));

        Assert.Contains($"| {name} | {stories.Count(s => s.Label != "none")} + {stories.Count(s => s.Label == "none")} | {right} | {wrong.Count} | {left.Count} |", guide, StringComparison.Ordinal);
        Assert.All(wrong, p => Assert.Contains($"- placed with {p.Desk}, belongs to {p.Story.Label}: {p.Story.Text}", guide, StringComparison.Ordinal));
        Assert.All(left, p => Assert.Contains($"- left to the reception, belongs to {p.Story.Label}: {p.Story.Text}", guide, StringComparison.Ordinal));
    }

    [Fact]
    public void The_reason_names_the_desks_own_words()
    {
        var best = Placing.Of("先月のﾋｷｵﾄｼではなく引き落としが二重です。", null, null, "ja", Desks)[0];

        Assert.Equal("billing", best.Desk.Slug);
        Assert.Equal(["引き落とし"], best.Fits);
    }

    [Fact]
    public void A_product_that_was_named_weighs_more_than_a_word()
    {
        var router = Desk("router", ["ja"]);
        router.Products = ["ルーター R3"];

        Assert.Equal("router", Placing.Clear(Placing.Of("請求のことです", "ルーター Ｒ３", null, "ja", [Billing, router]), "ja")?.Desk.Slug);
    }

    [Fact]
    public void A_desk_that_does_not_speak_the_language_is_never_placed_with_and_ties_are_for_people()
    {
        var english = Desk("english", ["en"], "router");
        var both = Desk("both", ["ja", "en"], "router");

        Assert.Null(Placing.Clear(Placing.Of("router", null, null, "ja", [english]), "ja"));
        Assert.Equal("both", Placing.Clear(Placing.Of("router", null, null, "ja", [english, both]), "ja")?.Desk.Slug);
        Assert.Equal("english", Placing.Clear(Placing.Of("router", null, null, "en", [english, both]), "en")?.Desk.Slug);
        Assert.Null(Placing.Clear(Placing.Of("請求とパスワード", null, null, "ja", Desks), "ja"));
        Assert.Empty(Placing.Of("こんにちは", null, null, "ja", Desks));
    }

    [Fact]
    public void Latin_words_end_at_their_ends()
    {
        Assert.Empty(Placing.Of("I am happy. The billboard is charging.", null, null, "en", Desks));
        Assert.Equal("billing", Placing.Of("two invoices", null, null, "en", Desks)[0].Desk.Slug);
    }

    private static Desk Desk(string slug, string[] languages, params string[] words) =>
        new() { Id = new Id<Desk>(new Guid(slug.GetHashCode(StringComparison.Ordinal), 0, 0, new byte[8])), Slug = slug, Name = "- " + slug, Languages = [.. languages], Words = [.. words] };
}
