using System.Net;
using Madoguchi.Shared;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Reports;

/// <summary>Some weeks at the desks, made up by chance from a seed and played over HTTP in the order of time. What is refused did not happen.</summary>
public sealed class History(App app, Cast cast, int seed)
{
    private static readonly string[] Desks = [Cast.Account, Cast.Technical, Cast.TechnicalEn, Cast.Billing];
    private static readonly string?[] Products = ["ルーター", "メモ", null];
    private static readonly string[] Errors = ["Error 4012 at 0x7ffde001", "ERROR 77 at 0x00aa11bb", "時間をおいてお試しください", "接続できません（１２３）"];
    private const string Away = "お支払いのことは、0120-000-000 へおかけ直しください。";
    private static readonly string[] Taps = ["stuck", "solvedMyself", "noLongerNeeded"];
    private readonly Random chance = new(seed);
    private readonly List<(DateTimeOffset At, Func<Task> Act)> acts = [];

    /// <summary>Where each story was told.</summary>
    public Dictionary<string, string> ToldAt { get; } = [];

    public async Task Play(int cases, int days)
    {
        var start = app.Clock.Now;
        for (var i = 0; i < cases; i++)
        {
            var (at, told) = (start + Within(days), new Told());
            acts.Add((at, () => Tell(told)));
            for (var n = chance.Next(4, 20); n > 0; n--)
                acts.Add((at += Within(chance.Next(3) == 0 ? 6 : 0.1), Another(told)));
        }

        foreach (var (at, act) in acts.OrderBy(a => a.At))
        {
            app.Clock.MoveTo(at);
            await act();
        }
    }

    private async Task Tell(Told told)
    {
        var desk = Pick(Desks);
        var made = (await app.Anonymous.Post("/api/v1/contacts", new { text = "つながりません", desk, product = Pick(Products), facts = chance.Next(2) == 0 ? new { errorText = Pick(Errors) } : null })).Was(201);
        (told.Path, told.Customer) = ($"/api/v1/cases/{made["caseId"]}", app.WithToken(made["token"]));
        ToldAt[made["caseId"]] = desk;
    }

    private Func<Task> Another(Told told)
    {
        var (what, desk, agent) = (chance.Next(19), Pick(Desks), app.As(Pick([cast.Hana, cast.Ken, cast.Robin, cast.Mio, cast.Sora, cast.Sora])));
        var (product, error, yes) = (Pick(Products) ?? "", Pick(Errors), chance.Next(3) > 0);
        return what switch
        {
            0 or 1 => () => Try(told.Customer.Post(told.Path + "/messages", new { text = "もしもし" })),
            2 or 3 or 4 => () => Answer(told),
            5 => () => Try(agent.Post(told.Path + "/questions", new { fact = yes ? "errorText" : "model", because = "念のため" })),
            6 or 7 => async () => told.Offer = await Try(app.As(cast.Sora).Post(told.Path + "/handovers", new { toDesk = desk, reason = "詳しい窓口へ" })) is { } offer ? offer["handoverId"] : told.Offer,
            8 => () => Try(app.As(cast.Sora).Post($"/api/v1/handovers/{told.Offer}/acceptance")),
            9 => () => Try(app.As(cast.Sora).Post($"/api/v1/handovers/{told.Offer}/{(yes ? "return" : "withdrawal")}", yes ? new { reason = "こちらではありません" } : null)),
            10 => () => Try(app.As(cast.Sora).Post(told.Path + "/takeover", new { reason = "番号を伺いました", toDesk = desk })),
            11 => () => Try(agent.Post(told.Path + "/solution", new { outcome = "直りました" })),
            12 => () => Try(told.Customer.Post(told.Path + "/solution/answer", new { solved = yes })),
            14 => () => Try(app.As(cast.Sora).Post(told.Path + "/messages", new { text = Away, because = yes ? "お客様がお尋ねでした" : null })),
            15 or 16 => () => Try(app.As(cast.Sora).Post(told.Path + "/follow-up")),
            17 => () => Try(told.Customer.Post(told.Path + "/follow-up/answer", new { answer = Pick(Taps) })),
            18 => () => TakeBack(told),
            13 => () => Try(agent.Put(told.Path + "/description", new { product })),
            _ => () => Try(told.Customer.Put(told.Path + "/facts/errorText", new { value = error })),
        };
    }

    // Whoever of them sits at the owner desk.
    private async Task Answer(Told told)
    {
        foreach (var player in new[] { cast.Hana, cast.Ken, cast.Robin, cast.Mio })
        {
            if (await Try(app.As(player).Post(told.Path + "/messages", new { text = "お調べします" })) is { } said)
            {
                (told.Said, told.SaidBy) = (said["entry"], player);
                return;
            }
        }
    }

    private Task TakeBack(Told told) => told.SaidBy is { } by ? Try(app.As(by).Post($"{told.Path}/messages/{told.Said}/withdrawal")) : Task.CompletedTask;

    private static async Task<Answer?> Try(Task<Answer> act) => await act is { Status: < HttpStatusCode.InternalServerError } answer
        ? (int)answer.Status < 300 ? answer : null : throw new InvalidOperationException("A fault");

    private TimeSpan Within(double days) => TimeSpan.FromSeconds(chance.NextDouble() * days * 86_400);

    private T Pick<T>(T[] of) => of[chance.Next(of.Length)];

    private sealed class Told
    {
        public string Path { get; set; } = "";

        public HttpClient Customer { get; set; } = new();

        public string Said { get; set; } = "";

        public Player? SaidBy { get; set; }

        public string Offer { get; set; } = Guid.Empty.ToString();
    }
}
