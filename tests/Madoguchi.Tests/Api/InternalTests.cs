using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Architecture;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Api;

/// <summary>What is for the house stays in the house: every internal text of a case is marked, and everything that a customer's token can get is searched for the mark.</summary>
public abstract class InternalTests(App app)
{
    private const string End = "以上をお伝えします";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_customers_token_ever_gets_an_internal_word()
    {
        var troupe = await Troupe.Of(app);
        var scene = await Scene.Set(troupe);
        var got = new ConcurrentBag<(string Where, string Text)>();
        var streams = Task.WhenAll(Listen($"/api/v1/cases/{scene.CaseId}/stream"), Listen($"/c/{scene.Token}/stream"));
        await Act(scene, troupe);
        await streams;

        foreach (var call in troupe.Contract.Operations.OrderBy(o => o.Method == HttpMethod.Get)) // acts first, then what can be read of them
            await Get(call.Id, scene.Call(call, "customer"), call.Method == HttpMethod.Get && Rights.Of(call.Id, "customer") < 300);
        foreach (var page in (string[])["", "?lang=en", "?lang=ja", "/transcript", "/transcript?lang=en", "/qr.svg"])
            await Get(page, app.Anonymous.Get($"/c/{scene.Token}{page}"), readable: true);

        Sources.None(got.Where(g => g.Text.Contains(Troupe.Secret, StringComparison.Ordinal) || g.Text.Contains(JsonSerializer.Serialize(Troupe.Secret).Trim('"'), StringComparison.Ordinal)
            || g.Text.Contains("owner@example.test", StringComparison.Ordinal)).Select(g => $"{g.Where} tells an internal word: {g.Text}"));
        await EveryInternalKindHappened(scene);

        async Task Get(string where, Task<Answer> asked, bool readable)
        {
            var answer = await asked;
            Assert.False(readable && (int)answer.Status is not (200 or 204), $"{where}: {answer.Status} {answer.Text}"); // what is not read proves nothing
            got.Add((where, $"{answer.Headers}{answer.ContentHeaders}{answer.Text}"));
        }

        async Task Listen(string to)
        {
            var text = new StringBuilder();
            await foreach (var item in scene.By("customer").Follow(to, ct: Ct))
            {
                text.AppendLine(item.EventType).AppendLine(item.Data);
                if (item.Data.Contains(End, StringComparison.Ordinal))
                    break;
            }

            got.Add((to, text.ToString()));
        }
    }

    // Every kind of act that has words of its own for the house.
    private static async Task Act(Scene scene, Troupe troupe)
    {
        var (at, owner) = ($"/api/v1/cases/{scene.CaseId}", scene.By("owner"));
        (await owner.Post(at + "/notes", new { text = Troupe.Secret })).Was(201);
        (await owner.Post($"/api/v1/registrations/{await scene.Registered()}/repairs", new { repair = "resend", reason = Troupe.Secret, caseId = scene.CaseId })).Was(200);
        await scene.Prepare("makeFinding");
        var finding = (await owner.Post(at + "/findings", scene.Body(scene.Contract.Operations.Single(o => o.Id == "makeFinding"), "owner"))).Was(201)["findingId"];
        (await owner.Post($"{at}/findings/{finding}/showing", new { text = "調べました。" })).Was(201);
        (await owner.Put(at + "/facts/purchaseDate", new { value = "2026-11" })).Was(200);
        (await owner.Post(at + "/questions", new { fact = "purchaseDate", because = Troupe.Secret })).Was(201);
        (await owner.Post(at + "/care-marks", new { abusive = true, entry = 1, because = Troupe.Secret })).Was(201);
        (await owner.Post(at + "/care-steps", new { step = "twoPersons", because = Troupe.Secret, tell = false })).Was(201);
        (await owner.Post(at + "/care-steps/back", new { because = Troupe.Secret })).Was(200);
        (await owner.Put(at + "/draft", new { text = Troupe.Secret, purpose = "note" })).Was(200);
        (await owner.Put(at + "/draft", new { text = Troupe.Secret, purpose = "reply" })).Was(200);
        (await owner.Post(at + "/typing", new { purpose = "note" })).Was(204);
        (await owner.Post(at + "/typing", new { purpose = "reply" })).Was(204);
        (await owner.Put(at + "/read", new { entry = 1 })).Was(200);
        (await owner.Put(at + "/tags", new { tags = new[] { Troupe.Secret } })).Was(200);
        (await owner.Put(at + "/priority", new { priority = "urgent" })).Was(200);
        (await owner.Put(at + "/snooze", new { text = "明日9時" })).Was(200);
        (await owner.Delete(at + "/snooze")).Was(200);
        (await owner.Post(at + "/messages", new { text = $"窓口へ{Troupe.Secret}をお問い合わせください。" })).Was(409);
        (await owner.Post(at + "/messages", new { text = "お支払いは担当部署へお問い合わせください。", because = Troupe.Secret })).Was(201);
        await Await(scene);
        await scene.Prepare("approveRemedy");
        (await scene.By("supervisor").Post($"/api/v1/remedies/grants/{(await owner.Get(at + "/remedies")).Json.GetProperty("remedies")[0].GetProperty("remedyId").GetString()}/approval", new { approve = false, words = Troupe.Secret })).Was(200);
        (await owner.Post(at + "/messages", new { text = $"{Troupe.Secret}の登録がなければお渡しできません。" })).Was(409);
        (await owner.Post(at + "/messages", new { text = "登録がなければ特典はお渡しできません。", declines = false, because = Troupe.Secret })).Was(201);
        (await owner.Put(at + "/dispute", new { })).Was(200);
        await scene.Prepare("readWalk");
        await scene.Prepare("passTurn");
        (await owner.Post($"/api/v1/tickets/{scene.TicketId}/pass")).Was(200);
        await scene.Prepare("settleTurn");
        (await owner.Post($"/api/v1/tickets/{scene.TicketId}/outcome", new { result = "served" })).Was(200);
        (await owner.Post($"/api/v1/tickets/{scene.TicketId}/outcome", new { result = "notServed" })).Was(200);
        (await owner.Post($"/api/v1/tickets/{scene.TicketId}/outcome", new { result = "served" })).Was(200);
        await Place(scene, troupe);
        (await scene.By("offered").Post($"/api/v1/handovers/{scene.HandoverId}/return", new { reason = Troupe.Secret })).Was(200);
        var offer = (await owner.Post(at + "/handovers", new { toDesk = Troupe.Once, reason = Troupe.Secret })).Was(201)["handoverId"];
        (await owner.Post($"/api/v1/handovers/{offer}/withdrawal")).Was(200);
        var question = (await owner.Post(at + "/escalations", new { desk = Troupe.Once, question = Troupe.Secret })).Was(201)["escalationId"];
        (await scene.By("once").Post($"/api/v1/escalations/{question}/answer", new { text = Troupe.Secret })).Was(200);
        (await owner.Post(at + "/claim/confirmation")).Was(200);
        (await scene.By("outsider").Get($"/api/v1/customers/{troupe.KnownNumber}")).Was(200);
        (await scene.By("outsider").Post(at + "/takeover", new { reason = Troupe.Secret })).Was(200);
        (await scene.By("outsider").Put(at + "/description", new { product = "router" })).Was(200);
        (await scene.By("outsider").Put(at + "/assignment", new { agentId = (string?)null })).Was(200);
        (await scene.By("outsider").Post(at + "/follow-up")).Was(200);
        (await scene.By("outsider").Post(at + "/follow-up/closure", new { reason = Troupe.Secret })).Was(200);
        await FailToMail(scene, troupe);
        (await scene.By("outsider").Post(at + "/solution", new { outcome = "直りました" })).Was(200);
        (await scene.By("customer").Post(at + "/solution/answer", new { solved = true })).Was(200);
        (await Chat.Written.Post(troupe.App.Anonymous, $"/c/{scene.Token}/thanks", new() { ["decline"] = "true" })).Was(303);
        (await scene.By("customer").Post(at + "/thanks", new { score = 1 })).Was(201);
        (await scene.By("outsider").PostFile(at + "/evidence", $"{Troupe.Secret}.txt", Encoding.UTF8.GetBytes(Troupe.Secret))).Was(201);
        (await scene.By("supervisor").Post(at + "/concern/settlement", new { cameOfIt = Troupe.Secret })).Was(200);
        (await scene.By("outsider").Post(at + "/messages", new { text = End })).Was(201);
    }

    // One reply that is returned, one that waits, and one that is approved: what was said about them, too, stays in the house.
    private static async Task Await(Scene scene)
    {
        var (at, junior, owner) = ($"/api/v1/cases/{scene.CaseId}/messages", await scene.Junior(), scene.By("owner"));
        var returned = (await junior.Post(at, new { text = Troupe.Secret })).Was(202)["approvalId"];
        (await owner.Post($"/api/v1/approvals/{returned}", new { approve = false, words = Troupe.Secret })).Was(200);
        var approved = (await junior.Post(at, new { text = "承認されたお返事" })).Was(202)["approvalId"];
        (await owner.Post($"/api/v1/approvals/{approved}", new { approve = true, words = Troupe.Secret })).Was(200);
        (await junior.Post(at, new { text = Troupe.Secret })).Was(202);
    }

    // As if the story had been told without a desk, a text message refused, a promised call back forgotten, and a rule broken.
    private static Task Place(Scene scene, Troupe troupe) => troupe.App.Services.GetRequiredService<Writes>().Write(async db =>
    {
        var (id, now) = (Id<Case>.Parse(scene.CaseId, null), troupe.App.Clock.GetUtcNow().ToMicroseconds());
        var theCase = await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
        foreach (var one in new Happening[] { new IncidentJoined(theCase.Id.Value, Troupe.Secret), new IncidentLeft(theCase.Id.Value, Troupe.Secret), new Placed(new DeskName(Troupe.Once, Troupe.Once), [Troupe.Secret]), new TextFailed("+819012345678", Troupe.Secret), new CallBackLate(theCase.Id.Value, 1, now, true), new CheckLate(theCase.Id.Value, now), new SupervisorLate(theCase.Id.Value, now), new EscalationLate(theCase.Id.Value, new DeskName(Troupe.Once, Troupe.Once), now, true), new Declined([Troupe.Secret], [], [Troupe.Secret]), new ToldOfBreak(theCase.Id.Value, Troupe.Secret, Troupe.Secret, true), new VoiceJoined(theCase.Id.Value, "defect", Troupe.Secret), new VoiceLeft(theCase.Id.Value, Troupe.Secret) })
            db.Record(theCase, By.System, one, now);
        await db.SaveChangesAsync(CancellationToken.None);
    }, CancellationToken.None);

    private static async Task FailToMail(Scene scene, Troupe troupe)
    {
        var now = troupe.App.Clock.GetUtcNow().ToMicroseconds();
        await troupe.App.Services.GetRequiredService<Writes>().Write(async db =>
        {
            db.Post(new Letter
            {
                Id = Id<Letter>.New(), CustomerId = null, CaseId = Id<Case>.Parse(scene.CaseId, null), Kind = LetterKind.Link, To = Troupe.Secret, Sender = null, Subject = "x", Text = "x", Language = "ja", CreatedAt = now, DueAt = now,
            });
            await db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);
        await Patience.Until(() => scene.By("bootstrap").Get($"/api/v1/cases/{scene.CaseId}/timeline"), t => t.Text.Contains("mailFailed", StringComparison.Ordinal));
    }

    private static async Task EveryInternalKindHappened(Scene scene)
    {
        var timeline = (await scene.By("bootstrap").Get($"/api/v1/cases/{scene.CaseId}/timeline")).Was(200);
        var happened = timeline.Json.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ToHashSet();
        var kinds = typeof(Happening).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Happening)) && !t.IsAbstract).Select(t => (Happening)RuntimeHelpers.GetUninitializedObject(t));

        Assert.Contains(Troupe.Secret, timeline.Text, StringComparison.Ordinal);
        Sources.None(kinds.Where(k => k.IsInternal && !happened.Contains(Happening.KindOf(k))).Select(k => $"{Happening.KindOf(k)}: let it happen in Act, with the mark in its words"));
    }

    public sealed class OnSqlite(SqliteApp app) : InternalTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : InternalTests(app), IClassFixture<PostgresApp>;
}
