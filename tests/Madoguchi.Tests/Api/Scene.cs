using System.Net;
using System.Net.Http.Json;
using Madoguchi.Calls.Texting;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Line;
using Madoguchi.Mail;
using Madoguchi.Mail.Proving;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Api;

/// <summary>One case with a past: told at one desk, owned by another, on offer to a third; with a file, a claimed number, and a ring for the supervisor.</summary>
public sealed class Scene
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

    private Scene(Troupe troupe, Answer made)
    {
        (this.troupe, customer, Token) = (troupe, troupe.App.WithToken(made["token"]), made["token"]);
        named["caseId"] = made["caseId"];
        named["number"] = made["customerNumber"];
        named["agentId"] = troupe.SpareId;
        named["entry"] = "1";
        (named["key"], named["slug"], named["name"]) = ("purchaseDate", Troupe.Outside, "contacts");
        (named["kind"], named["language"], named["version"]) = ("sighs", "en", "1");
    }

    public Troupe Troupe => troupe;

    public Contract Contract => troupe.Contract;

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
        var first = (await scene.By("once").Post(at + "/handovers", new { toDesk = Troupe.Owner, reason = Troupe.Secret })).Was(201)["handoverId"];
        (await scene.By("owner").Post($"/api/v1/handovers/{first}/acceptance")).Was(200);
        scene.named["handoverId"] = (await scene.By("owner").Post(at + "/handovers", new { toDesk = Troupe.Offered, reason = Troupe.Secret })).Was(201)["handoverId"];
        return scene;
    }

    public HttpClient By(string who) => who is "customer" ? customer : troupe.Callers[who];

    public string Path(Operation call, string? bent = null, string? to = null) =>
        call.Parameters("path").Aggregate(call.Path, (path, name) => path.Replace($"{{{name}}}", name == bent ? to : Named(name), StringComparison.Ordinal));

    /// <summary>What has to have happened for this call to be answered with yes.</summary>
    public async Task Prepare(string call)
    {
        var at = $"/api/v1/cases/{CaseId}";
        if (call is "withdrawMessage")
            named["entry"] = (await By("owner").Post(at + "/messages", new { text = "言いまちがい" })).Was(201)["entry"];
        if (call is "joinLine" or "callNext")
            named["slug"] = Troupe.Owner;
        if (call is "callNext" or "acceptTurn" or "passTurn" or "readTicket" or "leaveLine" or "settleTurn")
            named["ticketId"] = (await customer.Post($"/api/v1/desks/{Troupe.Owner}/line", new { caseId = CaseId, by = "chat" })).Was(201)["ticketId"];
        if (call is "settleTurn") // those of other scenes stand before it
            await Patience.Until(() => By("owner").Post($"/api/v1/desks/{Troupe.Owner}/line/next"), next => next.Was(200)["ticketId"] == named["ticketId"]);
        if (call is "acceptTurn" or "passTurn")
            await Ask();
        if (call is "readWalk" or "answerStep" or "tellResult")
            named["walkId"] = (await customer.Post(at + "/walks", new { guide = Troupe.Outside })).Was(201)["walkId"];
        if (call is "answerSolution")
            (await By("owner").Post(at + "/solution", new { outcome = "直りました" })).Was(200);
        if (call is "answerFollowUp" or "closeFollowUp")
            (await By("owner").Post(at + "/follow-up")).Was(200);
        if (call is "giveThanks" or "withdrawThanks" or "settleConcern")
        {
            (await By("owner").Post(at + "/solution", new { outcome = "直りました" })).Was(200);
            (await customer.Post(at + "/solution/answer", new { solved = true })).Was(200);
            if (call is not "giveThanks")
                (await customer.Post(at + "/thanks", new { score = 1 })).Was(201);
        }

        if (call is "offerHandover")
            (await By("owner").Post($"/api/v1/handovers/{named["handoverId"]}/withdrawal")).Was(200);
        if (call is "changeAgent") // one of its own: it may leave
            named["agentId"] = (await By("bootstrap").Post("/api/v1/agents", new { name = "x", email = $"{Guid.NewGuid():N}@example.test", desks = Array.Empty<string>(), languages = Troupe.Japanese })).Was(201)["agentId"];
        if (call is "revokeKey")
            named["keyId"] = (await By("bootstrap").Post($"/api/v1/agents/{troupe.SpareId}/keys")).Was(201)["keyId"];
        if (call is "changeCannedText" or "deleteCannedText")
            named["cannedTextId"] = (await By("supervisor").Post("/api/v1/canned-texts", new { title = "ごあいさつ", text = "{{customer.name}}、", desk = Troupe.Owner })).Was(201)["cannedTextId"];
        if (call is "verifyMailAddress" or "openCases")
            await Mailed(call is "openCases" ? Proves.Number : Proves.Address);
        if (call is "retryLetter" or "retryText")
            await (call is "retryText" ? ParkedText() : Parked());
        if (call is "callTicket")
            named["ticketId"] = (await customer.Post($"/api/v1/desks/{Troupe.Owner}/line", new { caseId = CaseId, by = "call", phone = "090-8765-4321" })).Was(201)["ticketId"];
        if (call is "sendLink") // on its way already: within the minute a second one is the same
        {
            (await customer.Put(at + "/facts/email", new { value = "yamada@example.jp" })).Was(200);
            (await By("owner").Post(at + "/link")).Was(200);
            await Patience.Until(() => customer.Get(at + "/timeline"), t => t.Text.Contains("\"mailed\"", StringComparison.Ordinal));
        }

        if (call is "seeNotice")
            named["noticeId"] = await Notice();
    }

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
        "sendMessage" => new { translation = new { language = "en", text = "Hello" }, text = "もしもし", writtenAt = "2026-11-21T09:30:00Z", seen = 1, anyway = true, because = Troupe.Secret },
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
        "startWalk" => new { guide = Troupe.Outside },
        "answerStep" => new { way = "restart", step = 0, answer = "unclear", words = "どこですか" },
        "tellResult" => new { way = "restart", solved = true },
        "setIntake" => new { questions = new[] { new { key = "purchaseDate", label = "購入日" } } },
        "assignCase" => new { agentId = troupe.OwnerId },
        "describeCase" => new { subject = "再起動", product = "router", problem = "boot", language = "ja" },
        "proposeSolution" => new { outcome = "直りました", because = Troupe.Secret },
        "tagCase" => new { tags = new[] { Troupe.Secret } },
        "prioritizeCase" => new { priority = "high" },
        "snoozeCase" => new { text = "明日9時" },
        "answerSolution" => new { solved = true },
        "giveThanks" => new { score = 5, text = "助かりました", agents = new[] { troupe.OwnerId } },
        "settleConcern" => new { cameOfIt = Troupe.Secret },
        "followUp" => new { text = "その後いかがですか" },
        "closeFollowUp" => new { reason = Troupe.Secret },
        "answerFollowUp" => new { answer = "solvedMyself", how = "入れ直しました" },
        "offerHandover" => new { toDesk = Troupe.Offered, reason = Troupe.Secret },
        "returnHandover" => new { reason = Troupe.Secret },
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
        "changeDesk" => new { name = "窓口", greeting = "いらっしゃいませ", notice = "お知らせ", products = new[] { "router" }, silenceHours = 24, origins = new[] { "https://example.test" } },
        "changeAgent" => new { shownName = "予備", languages = new[] { "ja" }, desks = new[] { Troupe.Outside }, role = "agent" },
        "makeAgent" => new { name = "Aki", email = $"{Guid.NewGuid():N}@example.test", desks = new[] { Troupe.Outside }, languages = new[] { "ja" }, role = "agent", shownName = "アキ" },
        _ when call.Body is null => null,
        _ => throw new InvalidOperationException($"{call}: add a right body for it to Scene.Body."),
    };

    public HttpRequestMessage Request(Operation call, string who, string? path = null) => new(call.Method, new Uri(troupe.Address + (path ?? Path(call) + (call.Id is "findCustomers" or "searchCases" ? "?q=x" : "")), Odd))
    {
        Content = call.TakesForm ? new MultipartFormDataContent { { new ByteArrayContent(call.Id is "keepGuidePicture" ? Convert.FromBase64String(Dot) : [(byte)++count]), "file", "b.txt" } } : Body(call, who) is { } body ? JsonContent.Create(body) : null,
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
        await Followed();
        return (await By("bootstrap").Get($"/api/v1/cases/{CaseId}")).Was(HttpStatusCode.OK).Text;
    }

    public async Task<int> LastEntry() => (await By("bootstrap").Get($"/api/v1/cases/{CaseId}")).Was(HttpStatusCode.OK).Json.GetProperty("lastEntry").GetInt32();

    // What an act causes comes a moment after it: here nothing of this case waits any more to be learned or done. One statement, one moment.
    private async Task Followed()
    {
        await using var scope = troupe.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var (id, now) = (Id<Case>.Parse(CaseId, null), troupe.App.Clock.GetUtcNow().ToMicroseconds());
        var left = db.Set<FreshEntry>().Where(f => f.CaseId == id && f.DueAt <= now).Select(f => f.DueAt).Concat(db.Outbox.Where(o => !o.Parked && o.DueAt <= now && o.Payload.Contains(CaseId)).Select(o => o.DueAt));
        await Patience.Until(() => left.CountAsync(TestContext.Current.CancellationToken), count => count == 0);
    }

    private string Named(string parameter) => named.TryGetValue(parameter, out var value) ? value : parameter is "ticketId" or "walkId" or "noticeId" or "keyId" or "cannedTextId" or "openingId" or "letterId" or "textId" ? Guid.CreateVersion7().ToString()
        : throw new InvalidOperationException($"A new path parameter {{{parameter}}}: name its value in Scene.");

    // A code as if its letter had come.
    private async Task Mailed(Proves proves)
    {
        var (now, theCase) = (troupe.App.Clock.GetUtcNow().ToMicroseconds(), Id<Case>.Parse(CaseId, null));
        await troupe.App.Services.GetRequiredService<Writes>().Write(async db =>
        {
            var customer = await db.Cases.Where(c => c.Id == theCase).Select(c => c.CustomerId).SingleAsync(CancellationToken.None);
            var code = new MailCode
            {
                Id = Id<MailCode>.New(), Proves = proves, CustomerId = customer, CaseId = proves is Proves.Address ? theCase : null,
                About = proves is Proves.Address ? "yamada@example.jp" : CustomerNumber, CreatedAt = now, ExpiresAt = now,
            };
            code.Set(Code, now);
            db.MailCodes.Add(code);
            await db.SaveChangesAsync(CancellationToken.None);
            named["openingId"] = code.Id.ToString();
        }, CancellationToken.None);
    }

    // About no case, and due for nobody: it stays where it is.
    private Task Parked() => troupe.App.Services.GetRequiredService<Writes>().Write(async db =>
    {
        var letter = new Letter
        {
            Id = Id<Letter>.New(), CustomerId = null, CaseId = null, Kind = LetterKind.Link, To = "yamada@example.jp", Sender = null, Subject = "x", Text = "x", Language = "ja", State = LetterState.Parked,
            CreatedAt = troupe.App.Clock.GetUtcNow().ToMicroseconds(), DueAt = troupe.App.Clock.GetUtcNow().ToMicroseconds(),
        };
        db.Post(letter);
        await db.SaveChangesAsync(CancellationToken.None);
        named["letterId"] = letter.Id.ToString();
    }, CancellationToken.None);

    private Task ParkedText() => troupe.App.Services.GetRequiredService<Writes>().Write(async db =>
    {
        var (id, now) = (Id<TextMessage>.New(), troupe.App.Clock.GetUtcNow().ToMicroseconds());
        db.Texts.Add(new TextMessage { Id = id, CustomerId = null, CaseId = null, Kind = TextKind.Test, To = "+819012345678", Text = "x", State = TextState.Parked, CreatedAt = now, DueAt = now });
        await db.SaveChangesAsync(CancellationToken.None);
        named["textId"] = id.ToString();
    }, CancellationToken.None);

    private async Task<string> Notice()
    {
        while (true)
        {
            var ring = (await By("supervisor").Get("/api/v1/notices")).Was(200).Json.GetProperty("notices").EnumerateArray().FirstOrDefault(n => n.GetProperty("caseId").GetString() == CaseId);
            if (ring.ValueKind is System.Text.Json.JsonValueKind.Object)
                return ring.GetProperty("noticeId").GetString()!; // every notice has one
            await Task.Yield();
        }
    }

    // As if work were offered at this desk, and it were the owner's turn to be asked.
    private Task Ask() => troupe.App.Services.GetRequiredService<Writes>().Write(async db =>
    {
        var (ticket, theCase) = await db.LockTicket(Id<Ticket>.Parse(TicketId, null));
        var now = troupe.App.Clock.GetUtcNow().ToMicroseconds();
        var owner = new Teller(Id<Agent>.Parse(troupe.OwnerId, null), Troupe.Secret, ["ja"], DutyState.Available, Capacity.Usual, 0, 0, null, false, []);
        var waiter = new Waiter(ticket.Id, ticket.Through, ticket.Language, ticket.Rank, ticket.Seq, ticket.JoinedAt, false, [], null, null, null);
        db.Record(theCase, Madoguchi.Cases.Timeline.By.System, ticket.Ask(new Match(waiter, owner, [Reason.WaitsLongest]), now.AddHours(1)), now);
        await db.SaveChangesAsync(CancellationToken.None);
    }, CancellationToken.None);
}
