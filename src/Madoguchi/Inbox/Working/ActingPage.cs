using System.Security.Cryptography;
using System.Text;
using Madoguchi.Cases;
using Madoguchi.Cases.Drafting;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Inbox.Working;

/// <summary>An act from the workspace: done once per key, then shown. A script gets what changed; a plain form is sent back to the case.</summary>
public sealed class Acting(HttpContext http, Caller caller, CurrentAgent me)
{
    public Caller Caller => caller;

    public CurrentAgent Me => me;

    public Tongue T { get; } = Tongue.Asked(http);

    public static ValueTask<Acting?> BindAsync(HttpContext http) => ValueTask.FromResult(
        http.Features.Get<Caller>() is { } caller && http.Features.Get<CurrentAgent>() is { } me ? new Acting(http, caller, me) : null);

    /// <param name="said">What makes this act this one: who goes back, writes something else and sends again means something else.</param>
    public OnceKey? Once(string? key, params IEnumerable<string?> said)
    {
        if (key is not { Length: > 0 and <= 100 })
            return null;
        var content = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', said)));
        return new OnceKey(caller.Key, "page " + http.Request.Path, $"{key} {Convert.ToHexStringLower(content)}", content);
    }

    public async Task<IResult> Show<T, TRefusal>(Id<Case> id, Result<T, TRefusal> result, Func<TRefusal, string> explain, CancellationToken ct)
        where TRefusal : struct, Enum =>
        result.Refused(out var why, out _) ? Refuse(explain(why), id) : await Done(id, ct);

    /// <summary>What was wrong, in words that say what to do next. What was typed is still there: in the page, or in the draft.</summary>
    public IResult Refuse(string why, Id<Case>? id = null, int status = StatusCodes.Status409Conflict) => IsScript
        ? TypedResults.Text(why, "text/plain; charset=utf-8", Encoding.UTF8, status)
        : new RazorComponentResult<RefusedPage>(new { T, Why = why, CaseId = id }) { StatusCode = status };

    public async Task<IResult> Done(Id<Case> id, CancellationToken ct)
    {
        var services = http.RequestServices;
        if (!IsScript)
            return TypedResults.Redirect($"/desk/cases/{id}{(Queue is { } queue ? $"?in={queue.Slug}" : "")}#reply", permanent: false, preserveMethod: false);
        var after = int.TryParse(http.Request.Headers["X-After"], System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : int.MaxValue;
        return await services.GetRequiredService<Db>().Pieces(id, after, me, services.GetRequiredService<EntryFragments>(), T, Queue ?? Inbox.Queue.Mine, ct) is { } pieces
            ? new RazorComponentResult<CasePieces>(pieces) : Go("/desk/offered"); // returned, and not ours to read any more
    }

    /// <summary>Not sent, because it sends the customer away: said beside the words, which stay. A plain form gets the case with both.</summary>
    public async Task<IResult> Hold(Id<Case> id, HeldBack held, string text, bool needsReason, CancellationToken ct)
    {
        var (services, db) = (http.RequestServices, http.RequestServices.GetRequiredService<Db>());
        if (IsScript)
            return HoldingBack.HeldAnswer.Of(T, id, held, needsReason, "held", "reply-form", "words", http);
        var shown = Queue ?? Inbox.Queue.Mine;
        return await db.Open(id, me, services.GetRequiredService<EntryFragments>(), T, ct) is { } open
            ? new RazorComponentResult<WorkspacePage>(new
            {
                T, View = await db.Workspace(me, shown, null, null, open with { ReplyDraft = text, Held = held, NeedsReason = needsReason }, ct), Token = http.FormToken(), Mode = "reply",
            })
            { StatusCode = StatusCodes.Status409Conflict }
            : Go("/desk");
    }

    /// <summary>Not sent, because it says no and nobody has looked: the words stay, also for who goes and looks.</summary>
    public async Task<IResult> Hold(Id<Case> id, HoldingBack.ProofNeeded needed, string text, CancellationToken ct)
    {
        var (services, db) = (http.RequestServices, http.RequestServices.GetRequiredService<Db>());
        if (IsScript)
            return HoldingBack.HeldAnswer.Of(T, id, needed, "held", "reply-form", "words", http);
        await services.GetRequiredService<Writes>().Write(work => work.KeepDraft(id, caller, Purpose.Reply, text, services.GetRequiredService<TimeProvider>().Now), ct);
        return await db.Open(id, me, services.GetRequiredService<EntryFragments>(), T, ct) is { } open
            ? new RazorComponentResult<WorkspacePage>(new
            {
                T, View = await db.Workspace(me, Queue ?? Inbox.Queue.Mine, null, null, open with { ReplyDraft = text, Needed = needed }, ct), Token = http.FormToken(), Mode = "reply",
            })
            { StatusCode = StatusCodes.Status409Conflict }
            : Go("/desk");
    }

    /// <summary>Not sent, because a colleague was faster: said beside the words, which stay.</summary>
    public async Task<IResult> Answered(Id<Case> id, Entry theirs, string text, CancellationToken ct)
    {
        var (services, db) = (http.RequestServices, http.RequestServices.GetRequiredService<Db>());
        if (IsScript)
        {
            http.Response.Headers["X-Held"] = AnsweredPanel.Place;
            return new RazorComponentResult<AnsweredPanel>(new { T, Theirs = theirs }) { StatusCode = StatusCodes.Status409Conflict };
        }

        var shown = Queue ?? Inbox.Queue.Mine;
        return await db.Open(id, me, services.GetRequiredService<EntryFragments>(), T, ct) is { } open
            ? new RazorComponentResult<WorkspacePage>(new
            {
                T, View = await db.Workspace(me, shown, null, null, open with { ReplyDraft = text, Answered = theirs }, ct), Token = http.FormToken(), Mode = "reply",
            })
            { StatusCode = StatusCodes.Status409Conflict }
            : Go("/desk");
    }

    /// <summary>Something to know about what was done; scripts show it.</summary>
    public void Say(string words) => http.Response.Headers["X-Say"] = Uri.EscapeDataString(words);

    public HttpContext Http => http;

    /// <summary>The act led to another page: a script is told where.</summary>
    public IResult Go(string to)
    {
        if (!IsScript)
            return TypedResults.LocalRedirect(to);
        http.Response.Headers["X-Go"] = to;
        return TypedResults.NoContent();
    }

    public bool IsScript => http.Request.Headers.ContainsKey("X-Form-Token");

    private Queue? Queue => QueueNames.Of(http.Request.Query["in"]);
}
