using System.Text;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Search;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Search;

/// <summary>The index against a plain look through everything: the same texts and the same questions on both engines, every answer equal to the last one.</summary>
public abstract class ExactnessTests(App app)
{
    private const int Texts = 3_000;
    private const int Matters = 100;
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Words =
    [
        "請求", "請求書", "二重", "返金", "ルーター", "再起動", "アカウント", "パスワード", "サインイン", "できません", "もう一度", "お支払い", "クレジットカード", "契約", "解約", "森", "森永", "山森", "港", "エラー", "画面", "表示",
        "error", "Error", "errors", "password", "pass", "WORD", "invoice", "404", "4040", "1404", "E-404", "iPhone15", "x", "の", "が", "です", "ました", "㍿", "ｴﾗｰ", "ＰＣ", "〇", "々", "、", "。", "「", "」", "・", " ", "\n", "-", "が",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_found_is_exactly_what_a_plain_look_through_all_texts_finds()
    {
        var (cast, random) = (await app.Cast(), new Random(20261122));
        var told = await Tell(random);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(Ct);
        await Patience.Until(() => db.Set<FreshEntry>().CountAsync(Ct), fresh => fresh == 0);
        foreach (var player in new[] { cast.Hana, cast.Mio, cast.Sora })
        {
            var agent = (await db.CurrentAgent(Id<Agent>.Parse(player.AgentId, null), Ct))!; // of the cast
            var visible = (await db.Cases.VisibleTo(agent, db).Select(c => c.Id).ToListAsync(Ct)).ToHashSet();
            foreach (var question in Questions(new Random(7), told))
                Assert.Equal(Plainly(question, told.Where(t => visible.Contains(t.Case))), await Found(db, question, agent));
        }
    }

    // Newest first, a case once, by its newest text that has all the words.
    private static List<string> Plainly(string question, IEnumerable<(Id<Case> Case, int Number, DateTimeOffset At, string Text)> told)
    {
        var words = Fold(question).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!words.Any(w => w.Any(c => char.IsLetterOrDigit(c) || c is '〇')))
            return [];
        return [.. told.Where(t => words.All(w => Stands(Fold(t.Text), w))).OrderByDescending(t => t.At).DistinctBy(t => t.Case).Select(t => $"{t.Case} {t.Number} {question}")];
    }

    private static async Task<List<string>> Found(Db db, string question, CurrentAgent agent)
    {
        var (all, before) = (new List<string>(), (long?)null);
        do
        {
            var page = await db.Search(question, agent, Ct, limit: 50, before: before);
            all.AddRange(page.Cases.Select(c => $"{c.CaseId} {c.Entry ?? 0} {question}"));
            before = page.Next is { } next ? long.Parse(next, null) : null;
        } while (before is not null);
        return all;
    }

    // A Latin word or a number is found from its beginning; all else wherever it stands.
    private static bool Stands(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !((char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(text[at - 1])) || (char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(text[at - 1]))))
                return true;
        }

        return false;
    }

    private static string Fold(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Select(c => char.IsWhiteSpace(c) ? ' ' : c is >= 'ぁ' and <= 'ゖ' ? (char)(c + 0x60) : char.ToLowerInvariant(c)));

    private static IEnumerable<string> Questions(Random random, IReadOnlyList<(Id<Case> Case, int Number, DateTimeOffset At, string Text)> told)
    {
        foreach (var word in Words.Where(w => !string.IsNullOrWhiteSpace(w)))
            yield return word;
        foreach (var fixedOne in (string[])["請求 返金", "せいきゅう", "エラー 404 画面", "港区", "none at all", "株式会社", "ｶﾞ", "ERR", "40", "E-40", "iphone1", "森、", "求書"])
            yield return fixedOne;
        for (var i = 0; i < 150; i++)
        {
            var text = told[random.Next(told.Count)].Text;
            var from = random.Next(text.Length);
            var piece = text.Substring(from, Math.Min(text.Length - from, random.Next(1, 7)));
            if (!string.IsNullOrWhiteSpace(piece))
                yield return random.Next(3) == 0 ? piece.ToUpperInvariant() : random.Next(4) == 0 ? $"{piece} {Words[random.Next(20)]}" : piece;
        }
    }

    private async Task<IReadOnlyList<(Id<Case> Case, int Number, DateTimeOffset At, string Text)>> Tell(Random random)
    {
        var told = new List<(Id<Case>, int, DateTimeOffset, string)>();
        var writes = app.Services.GetRequiredService<Writes>();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(Ct);
        var desks = await db.Desks.OrderBy(d => d.Slug).Select(d => d.Id).ToListAsync(Ct);
        var cases = new List<Id<Case>>();
        for (var i = 0; i < Texts; i += 100)
        {
            told.AddRange(await writes.Write(async work =>
            {
                var batch = new List<(Id<Case>, int, DateTimeOffset, string)>(); // a work may run twice
                for (var j = i; j < i + 100; j++)
                {
                    var (at, text) = (Begin.AddSeconds(j * 7), Text(random));
                    var old = j < Matters ? default : cases[random.Next(cases.Count)];
                    var theCase = j < Matters ? New(work, desks[j % desks.Count], at) : await work.Cases.AsTracking().SingleAsync(c => c.Id == old, CancellationToken.None);
                    Happening what = random.Next(5) == 0 ? new NoteWritten(text) : new MessageSaid(text);
                    batch.Add((theCase.Id, work.Record(theCase, By.System, what, at).Number, at, text));
                }

                await work.SaveChangesAsync(CancellationToken.None);
                return batch;
            }, Ct));
            if (i < Matters)
                cases.AddRange(told.Select(t => t.Item1));
        }

        // What a case is called is found too: here all are called the same, by a word of no text.
        return [.. told, .. cases.Select((id, i) => (id, 0, Begin.AddSeconds((i * 7) - 0.001), "件名だけ"))];
    }

    private static Case New(Db db, Id<Desk> desk, DateTimeOffset at)
    {
        var customer = new Customer { Id = Id<Customer>.New(), Number = Id<Customer>.New().ToString(), Language = "ja", CreatedAt = at };
        var theCase = new Case { Id = Id<Case>.New(), CustomerId = customer.Id, DeskId = desk, Language = "ja", Subject = "件名だけ", OpenedAt = at.AddMilliseconds(-1) };
        db.Add(customer);
        db.Add(theCase);
        db.CaseDesks.Add(new CaseDesk { CaseId = theCase.Id, DeskId = desk, Why = Why.Owns });
        return theCase;
    }

    private static string Text(Random random)
    {
        var text = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => Words[random.Next(Words.Length)]));
        return string.IsNullOrWhiteSpace(text) ? "請求" : PlainText.Clean(text);
    }

    public sealed class OnSqlite(SqliteApp app) : ExactnessTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : ExactnessTests(app), IClassFixture<PostgresApp>;
}
