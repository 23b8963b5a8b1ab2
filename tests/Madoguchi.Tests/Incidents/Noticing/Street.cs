using Madoguchi.Cases;
using Madoguchi.Incidents.Noticing;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Incidents.Noticing;

/// <summary>Contacts as they come in from the street: ordinary ones of every sort, and those that have one thing in common.</summary>
internal static class Street
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    private static readonly string[] Wishes =
    [
        "請求書をもう一度送ってください。", "解約の方法を教えてください。", "パスワードを忘れてしまいました。", "配送先の住所を変えたいのですが。", "領収書の宛名を会社名にできますか。", "機種変更の引き継ぎがわかりません。",
        "How do I change my plan?", "My parcel has not arrived yet.", "Can I get a refund for last month?", "Where can I see my points?", "The sound is very low.", "音がとても小さいです。", "ポイントの期限はいつですか。",
        "招待コードを入力する場所がわかりません。", "Is there a student price?", "保証期間を知りたいです。", "画面が暗いです。", "名前の表示を変えたいです。",
    ];

    public static Told One(DateTimeOffset at, string text, string? product = null, string? problem = null, string? error = null, string? who = null)
    {
        var told = error ?? ErrorText.In(text);
        return Told.Of(new() { CaseId = Id<Case>.New(), At = at, Product = product, Problem = problem, ErrorText = ErrorText.Fold(told), Exact = ErrorText.Exact(told), Sketch = Sketch.Of(text)?.ToString() ?? "", Who = who });
    }

    /// <summary>Ordinary ones in the last ten minutes; products and problems are shared by many, some tell an error of their own.</summary>
    public static List<Told> Ordinary(int count, int seed = 1, string[]? products = null, DateTimeOffset? until = null, double errors = 0.15)
    {
        var chance = new Random(seed);
        products ??= ["ミナモ", "カゼ", "ホシ"];
        return [.. Enumerable.Range(0, count).Select(i => One((until ?? Noon).AddSeconds(-chance.NextDouble() * 600), $"{Wishes[chance.Next(Wishes.Length)]} 注文 {chance.Next(100_000)}", products[chance.Next(products.Length)],
            chance.Next(3) == 0 ? null : $"problem {chance.Next(6)}", chance.NextDouble() < errors ? $"E-{chance.Next(1000, 1040)}" : null))];
    }

    public static List<Told> Hit(int count, Func<int, Told> one) => [.. Enumerable.Range(0, count).Select(one)];

    public static IReadOnlyList<Jump> Look(IEnumerable<Told> contacts, Past? past = null, IReadOnlyList<Told>? like = null, FalseAlarms chosen = FalseAlarms.AQuarter, DateTimeOffset? now = null) =>
        Looking.At(now ?? Noon, [.. contacts], past ?? Past.Empty, like ?? [], chosen);
}
