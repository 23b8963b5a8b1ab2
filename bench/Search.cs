using System.Diagnostics;
using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Search;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Bench;

/// <summary>Finding among 200,000 messages of 20,000 customers at five desks: how long, how large, how fast it is learned, and what learning costs those who write.</summary>
public static class Search
{
    private const int Messages = 200_000;
    private const int Customers = 20_000;
    private const int Desks = 5;
    private const int Asks = 100;
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Parts =
    [
        "請求書の金額が先月と違います", "二重に引き落とされていました", "ルーターが再起動を繰り返します", "サインインすると「404」と出ます", "もう一度試しても同じでした", "パスワードを忘れました", "お手数をおかけしております",
        "確認いたしますので少々お待ちください", "ありがとうございます", "画面の写真を送ります", "設定を開いて、一番下を見てください", "シリアルナンバーはラベルにあります", "来週の月曜日に届く予定です", "交換品を手配しました", "解約したいのですが",
        "プランの変更をお願いします", "領収書は紙で送ってもらえますか", "アプリを入れ直しました", "通知が届きません", "電源を入れても動きません", "Wi-Fi につながりません", "The app shows an error", "after the update", "please try again",
        "領収書を発行しました", "住所が変わりました", "名義の変更", "カードの期限が切れています", "支払い方法を変えたい", "届いた品が違います", "音が出ません", "印刷できません", "メールが受け取れません", "時間をおいてお試しください",
    ];

    private static readonly string[] Family = ["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田", "森", "清水", "斎藤"];
    private static readonly string[] Given = ["花子", "太郎", "健", "美咲", "翔", "葵", "大輔", "結衣", "誠", "恵"];

    public static async Task Print(On on, TimeSpan time)
    {
        await using var database = await Database.New(on);
        await using var inside = await Store.Open(database);
        await Seed(inside);
        var watch = Stopwatch.StartNew();
        var learned = await inside.Follower.CatchUp(CancellationToken.None);
        Report.Row($"learning {learned:N0} entries", string.Create(CultureInfo.InvariantCulture, $"{learned / watch.Elapsed.TotalSeconds:N0}/s"));
        await using var db = await inside.Contexts.CreateDbContextAsync();
        if (db.IsPostgres)
            await db.Database.ExecuteSqlAsync($"analyze"); // as it does by itself within a minute
        var size = await Size(db) / 1e6;
        Report.Row("index", string.Create(CultureInfo.InvariantCulture, $"{size:N0} MB"));
        var number = await db.Customers.OrderBy(c => c.Id).Select(c => c.Number).FirstAsync();
        foreach (var (who, agent) in new[] { ("supervisor", Agent(AgentRole.Supervisor, [])), ("agent of one desk in five", Agent(AgentRole.Agent, [await db.Desks.OrderBy(d => d.Slug).Select(d => d.Id).FirstAsync()])) })
        {
            foreach (var (kind, words) in new[] { ("two characters", "請求"), ("common", "ます"), ("rare", "希少語"), ("two words", "請求 二重"), ("Latin", "error"), ("one character, a name", "森"), ("name", "森 花子"), ("number", number), ("nothing", "存在しない") })
                Report.Row($"finding {kind} ({words}), {who}", await Ask(inside, words, agent));
        }

        await Cost(on, time);
    }

    private static async Task<string> Ask(Store inside, string words, CurrentAgent agent)
    {
        var (took, found) = (new List<double>(), 0);
        for (var i = 0; i < Asks + 10; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            await using var db = await inside.Contexts.CreateDbContextAsync();
            var findings = await db.Search(words, agent, CancellationToken.None);
            if (i >= 10)
                took.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            found = findings.Cases.Count + findings.Customers.Count;
        }

        took.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {Load.Quantile(took, 0.5):N2} ms, p99 {Load.Quantile(took, 0.99):N2} ms, {found} shown");
    }

    // The same load twice in turn, with nobody learning and with the follower awake.
    private static async Task Cost(On on, TimeSpan time)
    {
        var (without, with) = (new List<double>(), new List<double>());
        for (var i = 0; i < 3; i++)
        {
            foreach (var (follows, to) in new[] { (false, without), (true, with) })
            {
                await using var database = await Database.New(on);
                to.Add((await Inside.Messages(database, 32, time, follows)).PerSecond);
            }
        }

        Report.Row("durable messages in-process, 32 at once, nobody learning / learning", string.Create(CultureInfo.InvariantCulture, $"{without.Order().ElementAt(1):N0}/s / {with.Order().ElementAt(1):N0}/s = {with.Order().ElementAt(1) / without.Order().ElementAt(1):P0}"));
    }

    private static CurrentAgent Agent(AgentRole role, IReadOnlyList<Id<Desk>> desks) => new(Id<Agent>.New(), "Hana", "Hana", role, desks, ["ja"]);

    private static async Task<double> Size(Db db) => db.IsPostgres
        ? await db.Database.SqlQuery<double>($"""select (pg_total_relation_size('search_texts') + pg_total_relation_size('search_names'))::float8 as "Value" """).SingleAsync()
        : await db.Database.SqlQuery<double>($"""
            select (select sum(length(block)) from search_texts_words_data) + (select sum(length(block)) from search_names_words_data) + (select count(*) * 90.0 from search_texts) + (select sum(length("Text") + 60.0) from search_names) as Value
            """).SingleAsync();

    private static async Task Seed(Store inside)
    {
        var random = new Random(1);
        await inside.Writes.Write(async db =>
        {
            for (var i = 0; i < Desks; i++)
                await db.MakeDesk(new NewDesk($"desk{i}", $"窓口{i}", ["ja"]));
        }, CancellationToken.None);
        List<Id<Desk>> desks;
        await using (var db = await inside.Contexts.CreateDbContextAsync())
            desks = await db.Desks.OrderBy(d => d.Slug).Select(d => d.Id).ToListAsync();
        var per = Messages / Customers;
        for (var done = 0; done < Customers; done += 100)
        {
            await inside.Writes.Write(async db =>
            {
                for (var i = done; i < done + 100; i++)
                    Tell(db, desks[i % Desks], i, per, random);
                await db.SaveChangesAsync();
            }, CancellationToken.None);
        }
    }

    private static void Tell(Db db, Id<Desk> desk, int i, int messages, Random random)
    {
        var at = Begin.AddMinutes(i * 20);
        var customer = new Customer
        {
            Id = Id<Customer>.New(), Number = CustomerNumber.Of((ulong)i, 4).Value, Name = $"{Family[random.Next(Family.Length)]} {Given[random.Next(Given.Length)]}", Language = "ja", CreatedAt = at,
        };
        var theCase = new Case { Id = Id<Case>.New(), CustomerId = customer.Id, DeskId = desk, Language = "ja", Subject = Parts[random.Next(Parts.Length)], OpenedAt = at };
        db.Add(customer);
        db.Add(theCase);
        db.CaseDesks.Add(new CaseDesk { CaseId = theCase.Id, DeskId = desk, Why = Why.Owns });
        for (var m = 0; m < messages; m++)
        {
            var text = string.Join("。", Enumerable.Range(0, random.Next(1, 5)).Select(_ => Parts[random.Next(Parts.Length)])) + string.Create(CultureInfo.InvariantCulture, $"。受付 {random.Next(1_000_000)}") + (i % 4000 == 0 && m == 0 ? " 希少語" : "");
            db.Record(theCase, By.System, new MessageSaid(text), at.AddSeconds(m * 37));
        }
    }
}
