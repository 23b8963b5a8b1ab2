using System.Diagnostics;
using System.Globalization;
using Madoguchi.Articles;
using Madoguchi.Desks;
using Madoguchi.Learning.Helping;
using Madoguchi.Shared;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Bench;

/// <summary>A help centre of 5,000 articles in two languages: what taking it in hand costs after a start, in time and memory; what a search, a typed letter, a told story and a change cost afterwards.</summary>
internal static class Help
{
    private const int Articles = 5_000;
    private const int Products = 12;
    private const int AtOnce = 100;
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Ja =
        ["電源を抜いて10秒待ちます。", "設定を開いて、一番下を見てください。", "ランプが緑になるまで3分待ちます。", "アプリを入れ直します。", "登録内容から新しいアドレスを入れます。", "請求書は毎月5日にお送りします。", "画面の右上の丸が消えるまで待ちます。", "ひとつ前の版に戻すと直ります。", "サインインし直してください。", "電波の混み合う時間を避けます。", "部屋の中央に置きます。", "差し込み口のほこりを払います。"];

    private static readonly string[] En =
        ["Unplug the power and wait ten seconds. ", "Open the settings and look at the bottom. ", "Wait three minutes until the light is green. ", "Install the app again. ", "Enter the new address under your details. ", "Invoices are sent on the fifth of each month. ", "Wait until the ring at the top has gone. ", "Going back to the version before helps. ", "Sign in again. ", "Avoid the hours when the air is crowded. ", "Put it in the middle of the room. ", "Wipe the dust from the socket. "];

    private static readonly string[] Titles = ["再起動をくり返す", "通信が遅い", "同期が進まない", "請求書が届かない", "パスワードを忘れた", "メールアドレスを変える", "印刷できない", "音が出ない", "写真が送れない", "通知が届かない"];

    public static async Task Print(On on, TimeSpan time)
    {
        await using var database = await Database.New(on);
        await using var inside = await Store.Open(database);
        await Seed(inside);
        var before = GC.GetTotalMemory(true);
        var (first, index) = await Took(inside);
        Report.Row($"taking {Articles:N0} articles in hand after a start", string.Create(CultureInfo.InvariantCulture, $"{first.TotalMilliseconds:N0} ms, {(GC.GetTotalMemory(true) - before) / 1e6:N0} MB"));
        Report.Row("asking whether it still stands so", await Figures(time, async () => await Took(inside)));
        foreach (var (kind, words) in new[] { ("two words", "再起動 ルーター"), ("a word in a title", "請求書"), ("Latin", "socket dust"), ("one letter, typed", "パ"), ("nothing, by likeness", "解約したい") })
            Report.Row($"a search: {kind} ({words})", await Figures(time, () => Task.FromResult(index.Search(words, Tongue.Japanese, 30).Count)));
        Report.Row("a story told on the contact page", await Figures(time, () => Task.FromResult(index.Like("昨日からルーターが何度も勝手に再起動するようになってしまいました。電源を抜いても変わりません。", Tongue.Japanese, 3).Count)));
        Report.Row("what stands beside an article", await Figures(time, () => Task.FromResult(index.Beside("article-7", 4).Count)));
        await Say(inside, 1, "変えました。");
        var (again, _) = await Took(inside);
        Report.Row("after one article has changed", string.Create(CultureInfo.InvariantCulture, $"{again.TotalMilliseconds:N0} ms"));
    }

    private static async Task<(TimeSpan Time, HelpIndex Index)> Took(Store inside)
    {
        await using var db = await inside.Contexts.CreateDbContextAsync();
        var watch = Stopwatch.StartNew();
        var index = await db.HelpIndex(CancellationToken.None);
        return (watch.Elapsed, index);
    }

    private static async Task<string> Figures<T>(TimeSpan time, Func<Task<T>> work)
    {
        var (took, all) = (new List<double>(), Stopwatch.StartNew());
        while (took.Count < 5 || (took.Count < 200 && all.Elapsed < time))
        {
            var one = Stopwatch.StartNew();
            await work();
            took.Add(one.Elapsed.TotalMilliseconds);
        }

        took.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"median {took[took.Count / 2]:0.0} ms, p95 {took[took.Count * 95 / 100]:0.0} ms");
    }

    private static async Task Seed(Store inside)
    {
        for (var from = 0; from < Articles; from += AtOnce)
        {
            var first = from;
            await inside.Writes.Write(async db =>
            {
                for (var i = first; i < first + AtOnce; i++)
                    await db.SayArticle($"article-{i}", Words(i, ""), CurrentAgent.Bootstrap, null, Begin.AddMinutes(i));
                return 0;
            }, CancellationToken.None);
        }
    }

    private static Task<int> Say(Store inside, int i, string more) => inside.Writes.Write(async db =>
    {
        await db.SayArticle($"article-{i}", Words(i, more), CurrentAgent.Bootstrap, null, Begin.AddMinutes(Articles + 1));
        return 0;
    }, CancellationToken.None);

    // Some 2,000 characters in each language, no two alike.
    private static ArticleWords Words(int i, string more)
    {
        var chance = new Random(i);
        return new(new($"{Titles[i % Titles.Length]} {i}", $"Trouble {i}"), new(Text(Ja, 14) + more, Text(En, 45)), true, $"製品 {i % Products}");

        string Text(string[] parts, int length) => string.Concat(Enumerable.Range(0, 2_000 / length).Select(n => (n % 12 == 0 ? $"\n\n## {parts[chance.Next(parts.Length)]}\n\n" : "") + parts[chance.Next(parts.Length)] + (n % 9 == 0 ? $"{i}-{n} " : "")));
    }
}
