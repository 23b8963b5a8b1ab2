using Madoguchi.Calls.Texting;
using Madoguchi.Care.Straining;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Incidents.Noticing.Jumps;
using Madoguchi.Incidents.Noticing.Proposing;
using Madoguchi.Learning.Missing;
using Madoguchi.Line;
using Madoguchi.Mail;
using Madoguchi.Mail.Proving;
using Madoguchi.ProductLog;
using Madoguchi.Rules;
using Madoguchi.Rules.Watching;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Madoguchi.Tests.ProductLog;
using Madoguchi.Tests.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Tests.Api;

/// <summary>What has to have happened before.</summary>
public sealed partial class Scene
{
    /// <summary>What has to have happened for this call to be answered with yes.</summary>
    public async Task Prepare(string call)
    {
        var at = $"/api/v1/cases/{CaseId}";
        isHeld = call is "updateIncident" or "resolveIncident" or "grantIncidentRemedy" or "approveIncidentRemedy";
        if (call is "withdrawMessage")
            named["entry"] = (await By("owner").Post(at + "/messages", new { text = "言いまちがい" })).Was(201)["entry"];
        if (call is "joinLine" or "callNext")
            named["slug"] = Troupe.Owner;
        if (call is "answerBreak") // whoever has worked hard on this stage had one suggested
        {
            await troupe.App.Services.GetRequiredService<Writes>().Write(db => db.BreakAdvices.ExecuteDeleteAsync(CancellationToken.None), CancellationToken.None);
        }

        if (call is "readTicket" or "leaveLine") // whoever is there would be offered it
        {
            foreach (var who in new[] { "owner", "supervisor" })
                (await By(who).Put("/api/v1/me/presence", new { state = "offline" })).Was(200);
        }

        if (call is "callNext" or "acceptTurn" or "passTurn" or "readTicket" or "leaveLine" or "settleTurn")
            named["ticketId"] = (await customer.Post($"/api/v1/desks/{Troupe.Owner}/line", new { caseId = CaseId, by = "chat" })).Was(201)["ticketId"];
        if (call is "settleTurn") // those of other scenes stand before it
            await Patience.Until(() => By("owner").Post($"/api/v1/desks/{Troupe.Owner}/line/next"), next => next.Was(200)["ticketId"] == named["ticketId"]);
        if (call is "acceptTurn" or "passTurn")
            await Ask();
        if (call is "readWalk" or "answerStep" or "tellResult")
            named["walkId"] = (await customer.Post(at + "/walks", new { guide = Troupe.Outside })).Was(201)["walkId"];
        if (call is "readArticleDraft" or "putArticleDraft" or "dropArticleDraft" or "askForReview" or "decideArticleDraft")
            await Drafted();
        if (call is "pickPractice" or "retirePractice" or "beginPractice" or "readPracticeRun" or "answerPractice" or "notePractice")
            await Practised(call);
        if (call is "prepareArticleDraft")
            (await By("owner").Post(at + "/solution", new { outcome = "直りました" })).Was(200);
        if (call is "dismissSearch")
            await Missed();
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

        if (call is "offerHandover" or "askTechnicalDesk" or "answerEscalation" or "withdrawEscalation")
            (await By("owner").Post($"/api/v1/handovers/{named["handoverId"]}/withdrawal")).Was(200);
        if (call is "makeFinding" or "showFinding")
            await Prove();
        if (call is "showFinding")
            named["findingId"] = (await By("owner").Post(at + "/findings", new { verdict = "confirmed", text = Troupe.Secret, events = new[] { Proof } })).Was(201)["findingId"];
        if (call is "answerEscalation" or "withdrawEscalation")
            named["escalationId"] = (await By("owner").Post(at + "/escalations", new { desk = Troupe.Offered, question = Troupe.Secret })).Was(201)["escalationId"];
        if (call is "changeAgent") // one of its own: it may leave
            named["agentId"] = (await By("bootstrap").Post("/api/v1/agents", new { name = "x", email = $"{Guid.NewGuid():N}@example.test", desks = Array.Empty<string>(), languages = Troupe.Japanese })).Was(201)["agentId"];
        if (call is "revokeKey")
            named["keyId"] = (await By("bootstrap").Post($"/api/v1/agents/{troupe.SpareId}/keys")).Was(201)["keyId"];
        if (call is "revokeSenderKey")
            named["keyId"] = (await By("bootstrap").Post("/api/v1/product-log/keys", new { name = "router" })).Was(201)["keyId"];
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

        if (call is "readRemedy" or "putRemedy")
            named["slug"] = call is "readRemedy" ? "fee" : "coupon";
        if (call is "decideApproval")
            named["approvalId"] = (await (await Junior()).Post(at + "/messages", new { text = Troupe.Secret })).Was(202)["approvalId"];
        if (call is "approveRemedy")
            named["remedyId"] = (await By("owner").Post(at + "/remedies", new { remedy = "fee", reason = Troupe.Secret, amount = 20_000 })).Was(201)["remedyId"];

        await Campaign(call);
        await Affected(call);
        await Voice(call);
        if (call is "joinVoice" or "readVoice" or "listVoiceCases" or "decideVoice" or "previewDecision" or "listDecisions" or "readDecision" or "callOffDecision" or "tellRest" or "nameDecider" or "listVoicePublicly" or "listIssues")
            named["voiceId"] = (await By("owner").Post("/api/v1/voices", new { kind = "wish", title = Troupe.Secret, caseId = CaseId })).Was(201)["voiceId"];
        await Decided(call);
        if (call is "putRule" or "retireRule" or "readRule" or "listBroken" or "tellHit" or "listTellings" or "readTelling" or "callOffTelling")
            await Ruled(call is "readTelling" or "callOffTelling");
        if (call is "changeMaintenance" or "cancelMaintenance" or "restoreMaintenance")
            named["maintenanceId"] = (await By("owner").Post("/api/v1/maintenances", new { title = "点検", from = "2030-01-01T00:00:00Z", to = "2030-01-01T02:00:00Z" })).Was(201)["maintenanceId"];
        if (call is "restoreMaintenance")
            (await By("owner").Delete($"/api/v1/maintenances/{named["maintenanceId"]}")).Was(204);
        if (call is "mergeIncident" or "takeIncidentApart")
            named["otherIncidentId"] = (await By("owner").Post("/api/v1/incidents", new { title = "接続できない、もう一つ" })).Was(201)["incidentId"];
        if (call is "mergeIncident" or "takeIncidentApart" or "readIncident" or "listIncidentCases" or "changeIncident" or "addIncidentCase" or "removeIncidentCase")
            named["incidentId"] = (await By("owner").Post("/api/v1/incidents", new { title = "接続できない", publicTitle = "接続の不具合" })).Was(201)["incidentId"];
        if (call is "dismissProposal" or "undismissProposal")
            await Proposed();
        if (call is "takeIncidentApart")
            (await By("owner").Post($"/api/v1/incidents/{named["incidentId"]}/merging", new { into = named["otherIncidentId"] })).Was(200);
        if (call is "removeIncidentCase")
            (await By("owner").Post($"/api/v1/incidents/{named["incidentId"]}/cases", new { caseId = CaseId })).Was(200);
        if (call is "seeNotice")
            named["noticeId"] = await Notice();
    }

    /// <summary>Somebody of the owner's desk whose replies wait for a second person.</summary>
    public async Task<HttpClient> Junior()
    {
        var id = (await By("bootstrap").Post("/api/v1/agents", new { name = $"junior {Troupe.Secret}", shownName = "junior", email = $"{Guid.NewGuid():N}@example.test", desks = new[] { Troupe.Owner }, languages = Troupe.Japanese })).Was(201)["agentId"];
        (await By("bootstrap").Patch($"/api/v1/agents/{id}", new { needsApproval = true })).Was(200);
        return troupe.App.WithKey((await By("bootstrap").Post($"/api/v1/agents/{id}/keys")).Was(201)["key"]);
    }

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

    // A rule that is broken for somebody.
    private async Task Ruled(bool told)
    {
        var rule = (await By("bootstrap").Post("/api/v1/rules", new { name = "一度だけ", kind = "atMostOne", when = new { type = "scene.once" } })).Was(201)["ruleId"];
        named["ruleId"] = rule;
        var at = troupe.App.Clock.GetUtcNow().ToMicroseconds();
        await troupe.App.Services.GetRequiredService<Writes>().Write(async db =>
        {
            db.RuleBreaks.Add(new RuleBreak { Id = Id<RuleBreak>.New(), RuleId = Id<Rule>.Parse(rule, null), Key = CaseId, Since = at, EventId = Id<ProductEvent>.New(), EventTime = at, FoundAt = at });
            await db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);
        if (told)
            named["tellingId"] = (await By("supervisor").Post($"/api/v1/rules/{rule}/tellings", new { text = "お知らせです。" })).Was(201)["tellingId"];
    }

    // A draft of its own, which its writer wants read.
    private async Task Drafted()
    {
        named["slug"] = $"d-{CaseId}";
        (await By("owner").Put($"/api/v1/articles/{named["slug"]}/draft", Troupe.Article)).Was(200);
        (await By("owner").Post($"/api/v1/articles/{named["slug"]}/review")).Was(200);
    }

    // The case is solved; for most calls it is picked, and the owner practises on it.
    private async Task Practised(string call)
    {
        var at = $"/api/v1/cases/{CaseId}";
        (await By("owner").Post(at + "/messages", new { text = "電源を入れ直してください。" })).Was(201);
        (await By("owner").Post(at + "/solution", new { outcome = "直りました" })).Was(200);
        (await customer.Post(at + "/solution/answer", new { solved = true })).Was(200);
        if (call is "pickPractice")
            return;
        named["practiceId"] = (await By("supervisor").Post("/api/v1/practice", new { caseId = CaseId })).Was(201)["practiceId"];
        if (call is not ("retirePractice" or "beginPractice"))
            named["runId"] = (await By("owner").Post($"/api/v1/practice/{named["practiceId"]}/runs")).Was(201)["runId"];
    }

    // Words that somebody searched in vain.
    private async Task Missed()
    {
        var words = $"nothing like {string.Concat(CaseId.Where(char.IsAsciiLetter))}";
        (await troupe.App.Anonymous.GetAsync($"/help?q={Uri.EscapeDataString(words)}", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await using var scope = troupe.App.Services.CreateAsyncScope();
        named["searchId"] = (await scope.ServiceProvider.GetRequiredService<Db>().HelpSearches.SingleAsync(s => s.Words == words, TestContext.Current.CancellationToken)).Id.ToString();
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

    // A jump that was noticed.
    private Task Proposed() => troupe.App.Services.GetRequiredService<Writes>().Write(async db =>
    {
        var (id, now) = (Id<IncidentProposal>.New(), troupe.App.Clock.GetUtcNow().ToMicroseconds());
        db.IncidentProposals.Add(new IncidentProposal
        {
            Id = id, Kind = JumpKind.ErrorText, Key = "x", ErrorText = "x", Since = now, LastAt = now, FoundAt = now, WindowMinutes = 5, Striking = 3, Expected = 0, Odds = 1e6, Seen = 3, People = 3,
        });
        await db.SaveChangesAsync(CancellationToken.None);
        named["proposalId"] = id.ToString();
    }, CancellationToken.None);

    private Task ParkedText() => troupe.App.Services.GetRequiredService<Writes>().Write(async db =>
    {
        var (id, now) = (Id<TextMessage>.New(), troupe.App.Clock.GetUtcNow().ToMicroseconds());
        db.Texts.Add(new TextMessage { Id = id, CustomerId = null, CaseId = null, Kind = TextKind.Test, To = "+819012345678", Text = "x", State = TextState.Parked, CreatedAt = now, DueAt = now });
        await db.SaveChangesAsync(CancellationToken.None);
        named["textId"] = id.ToString();
    }, CancellationToken.None);

    private string Proof => $"proof-{CaseId}";

    // What the product says about this customer.
    private async Task Prove()
    {
        (await By("owner").Put($"/api/v1/customers/{CustomerNumber}/keys/proof", new { value = Proof })).Was(200);
        (await By("bootstrap").TellOne(Sent.Event(Proof, subject: Proof, time: troupe.App.Clock.GetUtcNow()))).Was(200);
    }

    private async Task<string> Notice()
    {
        while (true)
        {
            var ring = (await By("supervisor").Get("/api/v1/notices")).Was(200).Json.GetProperty("notices").EnumerateArray().FirstOrDefault(n => n.TryGetProperty("caseId", out var about) && about.GetString() == CaseId);
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

    // Two voices of one kind each time: what is merged cannot be merged again.
    private async Task Voice(string call)
    {
        if (call is not ("joinVoice" or "readVoice" or "listVoiceCases" or "mergeVoice" or "takeVoiceApart" or "moveVoiceCase" or "addVoiceNews" or "listVoiceNews" or "putVoice" or "putVoiceQuote"))
            return;
        foreach (var name in new[] { "voiceId", "otherVoiceId" })
            named[name] = (await By("owner").Post("/api/v1/voices", new { kind = "wish", title = Troupe.Secret, caseId = CaseId })).Was(201)["voiceId"];
        if (call is "takeVoiceApart")
            (await By("owner").Post($"/api/v1/voices/{named["voiceId"]}/merging", new { into = named["otherVoiceId"] })).Was(200);
    }
}
