using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Incidents;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Api;

/// <summary>One case with a past: told at one desk, owned by another, on offer to a third; with a file, a claimed number, and a ring for the supervisor.</summary>
public sealed partial class Scene
{
    // What is sent is what is written, however odd.
    private static readonly UriCreationOptions Odd = new() { DangerousDisablePathAndQueryCanonicalization = true };
    private const string Code = "123456";

    // The smallest picture.
    private const string Dot = "R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=";
    private readonly Troupe troupe;
    private readonly Dictionary<string, string> named = [];
    private readonly HttpClient customer;
    private int count;
    private bool isHeld;

    private Scene(Troupe troupe, Answer made)
    {
        (this.troupe, customer, Token) = (troupe, troupe.App.WithToken(made["token"]), made["token"]);
        named["caseId"] = made["caseId"];
        named["number"] = made["customerNumber"];
        named["agentId"] = troupe.SpareId;
        named["entry"] = "1";
        (named["key"], named["slug"], named["name"]) = ("purchaseDate", Troupe.Outside, "contacts");
        (named["kind"], named["language"], named["version"]) = ("sighs", "en", "1");
        (named["list"], named["step"]) = ("insult", "notice");
    }

    public Troupe Troupe => troupe;

    public Contract Contract => troupe.Contract;

    public On On => troupe.App.On;

    /// <summary>The offer that waits for its answer.</summary>
    public string HandoverId => named["handoverId"];

    public string CaseId => named["caseId"];

    /// <summary>The place in line, once there is one.</summary>
    public string TicketId => named["ticketId"];

    public string CustomerNumber => named["number"];

    public string Token { get; }

    public static async Task<Scene> Set(Troupe troupe)
    {
        var scene = new Scene(troupe, (await troupe.App.Anonymous.Post("/api/v1/contacts", new
        {
            text = "ルーターが再起動を繰り返します", desk = Troupe.Once, name = "山田", customerNumber = troupe.KnownNumber, facts = new { serialNumber = "SN-1" },
        })).Was(201));
        var at = $"/api/v1/cases/{scene.CaseId}";
        scene.named["attachmentId"] = (await scene.customer.PostFile(at + "/attachments", "a.txt", "words"u8.ToArray())).Was(201)["url"].Split('/')[^1];
        scene.named["evidenceId"] = (await scene.customer.PostFile(at + "/evidence", "b.txt", "what it said"u8.ToArray())).Was(201)["evidenceId"];
        var first = (await scene.By("once").Post(at + "/handovers", new { toDesk = Troupe.Owner, reason = Troupe.Secret })).Was(201)["handoverId"];
        (await scene.By("owner").Post($"/api/v1/handovers/{first}/acceptance")).Was(200);
        scene.named["handoverId"] = (await scene.By("owner").Post(at + "/handovers", new { toDesk = Troupe.Offered, reason = Troupe.Secret })).Was(201)["handoverId"];
        return scene;
    }

    public HttpClient By(string who) => who is "customer" ? customer : troupe.Callers[who];

    public string Path(Operation call, string? bent = null, string? to = null) =>
        call.Parameters("path").Aggregate(call.Path, (path, name) => path.Replace($"{{{name}}}", name == bent ? to : Named(name), StringComparison.Ordinal));

    /// <summary>A right body for the call; another each time where two of the same would be in each other's way.</summary>
    public object? Body(Operation call, string who) => call.Id switch
    {
        "openContact" => new
        {
            text = "もう一つ", desk = Troupe.Once, name = "佐藤", email = "sato@example.test", phone = "03-1234-5678", language = "ja", product = "router", problem = "boot",
            customerNumber = troupe.KnownNumber, facts = new { model = "R-1" },
        },
        "requestMailCode" => new { email = "yamada@example.jp" },
        "verifyMailAddress" or "openCases" => new { code = Code },
        "requestOpening" => new { number = CustomerNumber },
        "sendMessage" => new { translation = new { language = "en", text = "Hello" }, text = "もしもし", writtenAt = "2026-11-21T09:30:00Z", seen = 1, anyway = true, because = Troupe.Secret, declines = false, cites = Array.Empty<string>(), articles = new[] { Troupe.Outside }, voices = Array.Empty<string>() },
        "writeNote" => new { text = Troupe.Secret },
        "tellTyping" => new { purpose = "reply" },
        "markRead" => new { entry = 1 },
        "keepDraft" => new { text = "半分", purpose = "reply" },
        "tellFact" => new { value = "2026-11" },
        "askQuestion" => new { fact = "purchaseDate", because = Troupe.Secret },
        "readHints" => new { text = "シリアル番号は何ですか" },
        "setWording" => new { phrases = new[] { "窓口へ…ください", "ask the (desk|shop)" } },
        "setGlossary" => new { terms = new[] { new { term = "DHCP", plain = "住所を配るしくみ", language = "ja" } } },
        "putGuide" => Troupe.Guide,
        "putArticle" or "putArticleDraft" => Troupe.Article,
        "pickPractice" => new { caseId = CaseId },
        "answerPractice" => new { text = "お待たせしております", turn = 0 },
        "notePractice" => new { notes = "落ち着いて", showTo = troupe.SpareId },
        "decideArticleDraft" => new { publish = true },
        "startWalk" => new { guide = Troupe.Outside },
        "answerStep" => new { way = "restart", step = 0, answer = "unclear", words = "どこですか" },
        "tellResult" => new { way = "restart", solved = true },
        "setIntake" => new { questions = new[] { new { key = "purchaseDate", label = "購入日" } } },
        "assignCase" => new { agentId = troupe.OwnerId },
        "describeCase" => new { subject = "再起動", product = "router", problem = "boot", language = "ja" },
        "proposeSolution" => new { outcome = "直りました", because = Troupe.Secret, declines = false, cites = Array.Empty<string>(), articles = new[] { Troupe.Outside }, voices = Array.Empty<string>() },
        "tagCase" => new { tags = new[] { Troupe.Secret } },
        "prioritizeCase" => new { priority = "high" },
        "snoozeCase" => new { text = "明日9時" },
        "answerSolution" => new { solved = true },
        "giveThanks" => new { score = 5, text = "助かりました", agents = new[] { troupe.OwnerId } },
        "settleConcern" => new { cameOfIt = Troupe.Secret },
        "askForEvidence" => new { wanted = new[] { "capture", "mail" }, words = "画面の画像はありますか", device = "iphone", because = Troupe.Secret },
        "followUp" => new { text = "その後いかがですか" },
        "closeFollowUp" => new { reason = Troupe.Secret },
        "answerFollowUp" => new { answer = "solvedMyself", how = "入れ直しました" },
        "offerHandover" => new { toDesk = Troupe.Offered, reason = Troupe.Secret },
        "returnHandover" => new { reason = Troupe.Secret },
        "makeFinding" => new { verdict = "confirmed", text = Troupe.Secret, events = new[] { Proof } },
        "showFinding" => new { text = "調べました。", because = Troupe.Secret },
        "askTechnicalDesk" => new { desk = Troupe.Offered, question = Troupe.Secret, due = "2030-01-01T00:00:00Z" },
        "answerEscalation" => new { text = Troupe.Secret, verdict = "notInLogs" },
        "markCare" => new { abusive = true, entry = 1, because = Troupe.Secret },
        "wishUnfolded" => new { unfolded = false },
        "takeCareStep" => new { step = "notice", because = Troupe.Secret, second = (string?)null, letter = "引き続き承ります。", tell = true },
        "stepBackInCare" => new { because = Troupe.Secret },
        "setCareSettings" => new { threshold = 3, supervisorMinutes = 60 },
        "previewCare" => new { text = "You nitwit." },
        "setCareList" => new { lines = new[] { "3 (you|u)…nitwit" } },
        "setCareLetter" => new { text = "お困りのことは、これからも承ります。" },
        "promiseCheck" => new { what = "製品の記録", by = troupe.App.Clock.GetUtcNow().AddDays(1) },
        "answerLanguage" => new { wait = true },
        // Who works at no desk says for which one.
        "takeOver" => who is "supervisor" or "administrator" or "bootstrap" ? new { reason = Troupe.Secret, toDesk = Troupe.Offered } : new { reason = Troupe.Secret },
        "joinLine" => new { caseId = CaseId, by = "call", phone = $"03-{Random.Shared.Next(2000, 10000)}-{Random.Shared.Next(1000, 10000)}", notBefore = "2026-11-23T00:00:00Z", notAfter = "2026-11-23T01:00:00Z" },
        "setLineSettings" => new { placesAnHour = 20 },
        "settleTurn" => new { result = "away" },
        "reportCall" => new { from = "03-1234-5678", desk = Troupe.Owner, at = "2026-11-20T00:00:00Z", state = "missed" },
        "takeCall" => new
        {
            desk = Troupe.Owner, text = "お電話で伺いました", customerNumber = CustomerNumber, phone = "03-1234-5678", name = "山田", reading = "やまだ", email = "yamada@example.test", language = "ja",
            facts = new { model = "R-2" }, caseId = CaseId,
        },
        "translateReply" => new { text = "少しお待ちください" },
        "putRemedy" => new { name = new { ja = "クーポン", en = "Coupon" }, kind = "other", unit = "JPY", limits = new { agent = 100 }, next = new { ja = "お送りします", en = "It is sent" } },
        "decideApproval" => new { approve = true, words = Troupe.Secret },
        "grantRemedy" => new { remedy = "fee", reason = Troupe.Secret, amount = 100 },
        "approveRemedy" => new { approve = true, words = Troupe.Secret },
        "makeCannedText" => new { title = "ごあいさつ", text = "{{customer.name}}、いつもありがとうございます。", language = "ja", shortcut = "aisatsu", personal = who is not ("supervisor" or "administrator" or "bootstrap") },
        "changeCannedText" => new { title = "おわび", text = "申し訳ございません。", language = "ja", desk = Troupe.Owner, shortcut = "owabi" },
        "keepCall" => new
        {
            text = "半分", desk = Troupe.Owner, customerNumber = CustomerNumber, phone = "03-", name = "山", reading = "やま", email = "yama", language = "ja", facts = new { model = "R" },
        },
        "makeDesk" => new
        {
            slug = $"d-{Guid.NewGuid():N}", name = "新しい窓口", languages = new[] { "ja" }, nameInEnglish = "New", products = new[] { "router" }, hours = "9-17", hoursInEnglish = "9-17",
            silenceHours = 24, ringAfterMinutes = 5, words = new[] { "ルーター" }, phones = new[] { "0120-555-100" }, origins = new[] { "https://example.test" },
        },
        "setHours" => new
        {
            week = new { mon = new[] { new { from = "9:00", to = "12:00" }, new { from = "13:00", to = "18:00" } } }, holidays = Array.Empty<object>(),
            closures = new[] { new { from = "2026-12-29", to = "2027-01-03", notice = "年末年始は休みます。", noticeInEnglish = "Closed over New Year." } },
        },
        "setMyPresence" => new { state = "available", capacity = new { chat = 2, call = 1 } },
        "answerBreak" => new { answer = "later" },
        "changeDesk" => new { needsApproval = false, name = "窓口", greeting = "いらっしゃいませ", notice = "お知らせ", products = new[] { "router" }, silenceHours = 24, origins = new[] { "https://example.test" } },
        "changeAgent" => new { needsApproval = false, shownName = "予備", languages = new[] { "ja" }, desks = new[] { Troupe.Outside }, role = "agent" },
        "makeCampaign" => NewCampaign,
        "changeCampaign" => Terms,
        "addCampaignCodes" => new { codes = new[] { $"K-{Guid.NewGuid():N}" } },
        "beginRegistration" => new { code = printed, email = $"{Guid.NewGuid():N}@example.test", language = "ja" },
        "confirmRegistration" => new { confirmationCode = Code },
        "remindOwner" => new { code = printed },
        "correctRegistrationAddress" => new { email = $"{Guid.NewGuid():N}@example.test" },
        "repairRegistration" => new { repair = "resend", reason = Troupe.Secret, caseId = who is "owner" ? CaseId : null, email = "yamada@example.jp" },
        "makeAgent" => new { name = "Aki", email = $"{Guid.NewGuid():N}@example.test", desks = new[] { Troupe.Outside }, languages = new[] { "ja" }, role = "agent", shownName = "アキ" },
        "sendEvents" => new { specversion = "1.0", id = $"{CaseId}", source = "/scene", type = "scene.set", subject = CustomerNumber, data = new { email = "yamada@example.test" } },
        "makeRule" or "previewRule" or "putRule" => new { name = "登録のあと、連携", kind = "followedBy", when = new { type = "scene.begun" }, then = new { type = "scene.done" }, within = "PT60S", key = "data.account" },
        "updateIncident" => new { text = new { ja = "直しています。", en = "We are mending it." }, state = "identified", because = Troupe.Secret },
        "resolveIncident" => new { text = new { ja = "直りました。", en = "It works again." }, remedy = "fee", amount = 100, because = Troupe.Secret },
        "grantIncidentRemedy" => new { remedy = "fee", amount = 100, text = new { ja = Troupe.Secret } },
        "approveIncidentRemedy" => new { approve = true, words = Troupe.Secret },
        "writeIncidentReview" => new { learned = Troupe.Secret, items = new[] { new { what = "見張りを足す", who = "山田", by = "2026-12-01", done = false } } },
        "answerWorksAgain" => new { yes = true },
        "tellHit" => new { text = new { ja = "お知らせです。", en = "For your information." }, desk = Troupe.Owner },
        "drawVoice" => new { kind = "defect", title = Troupe.Secret, caseId = CaseId, product = "router", errorText = "E-1" },
        "joinVoice" => new { caseId = CaseId },
        "changeIncident" => new { title = "接続できない(改)", severity = "critical", product = $"p-{Guid.NewGuid():N}", errorText = "E-1", words = new { ja = "確認中です", en = "Looking" }, lead = troupe.OwnerId, publicTitle = new { ja = "接続", en = "Connection" }, since = "2026-01-01T00:00:00Z" },
        "addIncidentCase" => new { caseId = CaseId },
        "mergeIncident" => new { into = Named("otherIncidentId") },
        "planMaintenance" or "changeMaintenance" => new { title = new { ja = "点検", en = "Checks" }, text = new { ja = "止まります", en = "It stops" }, product = "router", from = "2030-01-01T00:00:00Z", to = "2030-01-01T02:00:00Z" },
        "setNoticing" => new { falseAlarms = "aYear" },
        "declareIncident" => new { title = "接続できない", errorText = $"E-{Guid.NewGuid():N}", severity = "minor", lead = troupe.OwnerId, words = new { ja = "確認しています", en = "We are looking into it" }, publicTitle = new { ja = "接続の不具合", en = "Connections fail" }, since = "2026-01-01T00:00:00Z" },
        "mergeVoice" => new { into = Named("otherVoiceId") },
        "moveVoiceCase" => new { to = Named("otherVoiceId") },
        "addVoiceNews" => new { text = Troupe.Secret, steps = "1", versions = "1.0", devices = "R-2" },
        "putVoice" => new { kind = "complaint", title = Troupe.Secret, product = "router", errorText = "E-1" },
        "putVoiceQuote" => new { text = Troupe.Secret, hidden = false },
        "decideVoice" => new { state = "fixed", version = "1.0.1", publicText = new { ja = "直しました。", en = "Fixed." }, publicTitle = new { ja = "保存", en = "Saving" }, reason = Troupe.Secret },
        "setVoiceNews" => new { wanted = false },
        "nameDecider" => new { agentId = troupe.OwnerId },
        "setDigestReaders" => new { readers = new[] { new { address = "developers@example.test", language = "en" } } },
        "listVoicePublicly" => new { listed = false },
        "setDecisionText" => new { state = "wontFix", text = new { ja = "しません。{why}", en = "No. {why}" } },
        "addTracker" => new { kind = "webhook", name = "tracker", url = "http://127.0.0.1:9/", language = "en", meanings = new { Done = "fixed" }, tellsByItself = true },
        "changeTracker" => new { name = "tracker", url = "http://127.0.0.1:9/", meanings = new { Done = "fixed" }, paused = true },
        "makeSenderKey" => new { name = "router" },
        "setProductLogSettings" => new { fields = new[] { "data.email", "data.accountId" }, facts = new[] { "email" }, retentionDays = 90 },
        "tieCustomerKey" => new { value = "A-100" },
        _ when call.Body is null => null,
        _ => throw new InvalidOperationException($"{call}: add a right body for it to Scene.Body."),
    };

    public HttpRequestMessage Request(Operation call, string who, string? path = null) => new(call.Method, new Uri(troupe.Address + (path ?? Path(call) + (call.Id is "findCustomers" or "searchCases" ? "?q=x" : "")), Odd))
    {
        Content = call.TakesForm ? new MultipartFormDataContent { { new ByteArrayContent(call.Id is "keepGuidePicture" ? Convert.FromBase64String(Dot) : [(byte)++count]), "file", "b.txt" } } : Body(call, who) is { } body ? JsonContent.Create(body, body.GetType(), call.Id is "sendEvents" ? new("application/cloudevents+json") : null) : null,
    };

    public async Task<Answer> Call(Operation call, string who, string? path = null)
    {
        using var request = Request(call, who, path);
        return await Send(By(who), request);
    }

    /// <summary>Streams are opened and left.</summary>
    public static async Task<Answer> Send(HttpClient by, HttpRequestMessage request)
    {
        var ct = TestContext.Current.CancellationToken;
        var response = await by.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (response.Content.Headers.ContentType?.MediaType is not "text/event-stream")
            return await Answer.Of(response);
        using (response)
            return new(response.StatusCode, response.Headers, response.Content.Headers, "");
    }

    /// <summary>What an administrator sees of the case: a refused call leaves it as it is.</summary>
    public async Task<string> State()
    {
        if (isHeld) // what could be called off for ten seconds goes out now, and not in the middle
            troupe.App.Clock.Advance(TimeSpan.FromSeconds(11));
        await Followed();
        return (await By("bootstrap").Get($"/api/v1/cases/{CaseId}")).Was(HttpStatusCode.OK).Text;
    }

    /// <summary>What would be told to many in a few seconds is not: the scene stays as it is.</summary>
    public async Task CallOff(Answer answer)
    {
        if (!answer.Text.StartsWith('{') || answer.Json is not { ValueKind: JsonValueKind.Object } made || !made.TryGetProperty("dueAt", out _))
            return;
        var at = made.TryGetProperty("updateId", out var update) ? $"incidents/{named["incidentId"]}/updates/{update}" : made.TryGetProperty("decisionId", out var decision) ? $"voices/{named["voiceId"]}/decisions/{decision}" : null;
        if (at is not null)
            (await By("bootstrap").Delete($"/api/v1/{at}")).Was(HttpStatusCode.OK);
    }

    /// <summary>How far the case has come: another one after whatever has changed it.</summary>
    public async Task<string> Mark()
    {
        await using var scope = troupe.App.Services.CreateAsyncScope();
        var id = Id<Case>.Parse(CaseId, null);
        return await scope.ServiceProvider.GetRequiredService<Db>().Cases.Where(c => c.Id == id)
            .Select(c => $"{c.LastEntry} {c.Status} {c.DeskId} {c.AgentId} {c.Priority} {c.SnoozedUntil} {c.ActiveAt} {c.Subject} {c.Language}").SingleAsync(TestContext.Current.CancellationToken);
    }

    public async Task<int> LastEntry()
    {
        await Followed();
        return (await By("bootstrap").Get($"/api/v1/cases/{CaseId}")).Was(HttpStatusCode.OK).Json.GetProperty("lastEntry").GetInt32();
    }

    // What an act causes comes a moment after it: here nothing of this case waits any more to be learned or done. One statement, one moment.
    private async Task Followed()
    {
        await using var scope = troupe.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var (id, now) = (Id<Case>.Parse(CaseId, null), troupe.App.Clock.GetUtcNow().ToMicroseconds());
        var left = db.Set<FreshEntry>().Where(f => f.CaseId == id && f.DueAt <= now).Select(f => f.DueAt).Concat(db.Outbox.Where(o => !o.Parked && o.DueAt <= now && o.Payload.Contains(CaseId)).Select(o => o.DueAt));
        var told = db.IncidentRecipients.Where(r => r.CaseId == id && r.State == Reached.Waiting).Select(r => r.CaseId).Concat(db.Set<IncidentGrant>().Where(g => g.CaseId == id && g.State == GrantedState.Waiting).Select(g => g.CaseId));
        var begins = db.IncidentUpdates.Where(u => u.BegunAt == null && u.CancelledAt == null && u.DueAt <= now).Select(u => u.DueAt).Concat(db.IncidentRemedies.Where(r => r.BegunAt == null && r.State == RemedyState.Granting && r.DueAt <= now).Select(r => r.DueAt));
        await Patience.Until(async () => await begins.CountAsync(TestContext.Current.CancellationToken) + await left.CountAsync(TestContext.Current.CancellationToken) + await told.CountAsync(TestContext.Current.CancellationToken), count => count == 0);
    }

    private string Named(string parameter) => named.TryGetValue(parameter, out var value) ? value : parameter.EndsWith("Id", StringComparison.Ordinal) ? Guid.CreateVersion7().ToString()
        : throw new InvalidOperationException($"A new path parameter {{{parameter}}}: name its value in Scene.");
}
