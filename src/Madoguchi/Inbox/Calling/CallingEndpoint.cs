using Madoguchi.Calls.Drafting;
using Madoguchi.Calls.Taking;
using Madoguchi.Cards;
using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Inbox.Calling;

/// <summary>A customer telephones: one key opens the sheet, one sends it. The same mapping as the API's.</summary>
public static class CallingEndpoint
{
    public static void MapCalling(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/calls/new", Write);
        desk.MapPost("/calls/draft", Keep);
        desk.MapPost("/calls/anew", Anew);
        desk.MapPost("/calls", Take);
        desk.MapGet("/calls/{caseId:id}", Taken);
        desk.MapCallers();
    }

    private static async Task<IResult> Write(Id<Case>? @case, Sheets sheets, Db db, CancellationToken ct)
    {
        // Whom they had found is not opened again by a mere look at this page: the number stands in the finding line.
        var draft = (await db.CallDraftOf(sheets.Me, ct)).Typed;
        var typed = new TypedCall(draft with { CustomerNumber = null }, Asked: draft.CustomerNumber);
        // Somebody is on the line: they are found already. A call that is half written down goes before it.
        if (draft.IsEmpty && @case is { } id && await sheets.Find(db, id, ct) is { } theCase)
        {
            var (customer, desk) = (theCase.CustomerId, theCase.DeskId);
            typed = typed with
            {
                Asked = await db.Customers.Where(c => c.Id == customer).Select(c => c.Number).SingleAsync(ct),
                Written = typed.Written with { Desk = await db.Desks.Where(d => d.Id == desk).Select(d => d.Slug).SingleAsync(ct) },
            };
        }

        return sheets.Show<CallSheet>(await db.SheetFor(sheets.Me, typed, null, sheets.T, ct));
    }

    private static async Task<IResult> Keep(TypedCall typed, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        if (typed.Written.Errors().Any())
            return acting.Refuse(acting.T["長すぎるので保存できません。", "It is too long to be kept."], null, StatusCodes.Status422UnprocessableEntity);
        await writes.Write(db => db.KeepCall(acting.Me, typed.Written, clock.Now), ct);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Anew(Acting acting, Writes writes, CancellationToken ct)
    {
        await writes.Write(db => db.ForgetCall(acting.Me), ct);
        return acting.Go("/desk/calls/new");
    }

    private static async Task<IResult> Take(
        TypedCall typed, Acting acting, Sheets sheets, NumberGuesses guesses, NumberSupply numbers, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (t, call) = (acting.T, typed.At(await db.DeskOf(typed, acting.Me, ct) ?? ""));
        if (Wrong(call, t) is { } wrong)
            return await Again(wrong, StatusCodes.Status422UnprocessableEntity);
        using var guess = call.CustomerNumber is null ? null : await guesses.Next(acting.Me.Id, ct);
        if (guess is { MayTry: false })
            return await Again(CallWords.TooMany(t), StatusCodes.Status429TooManyRequests);
        var fresh = call.IsFirst ? await numbers.Next(ct) : null;
        var said = new[] { call.Desk, call.Text, call.CustomerNumber, call.CaseId?.ToString() }.Concat(call.Told.SelectMany(f => new[] { f.Key, f.Value }));
        var result = await writes.WriteOnce(acting.Once(typed.Key, said), clock.Now, work => work.TakeCall(call, fresh, acting.Me, clock.Now), ct);
        if (result.Refused(out var why, out var made))
        {
            if (why is CallRefusal.UnknownNumber)
                guess?.Failed();
            return await Again(CallWords.Explain(why, t), StatusCodes.Status409Conflict);
        }

        if (call.CaseId is not null)
            return acting.Go($"/desk/cases/{made.CaseId}");
        return acting.IsScript ? sheets.Show<TakenSheet>(("Whole", false), ("Made", made), ("IsNew", call.CustomerNumber is null)) : acting.Go($"/desk/calls/{made.CaseId}");

        // A script keeps what stands in the sheet; without one it is written into the page again.
        async Task<IResult> Again(string problem, int status)
        {
            if (acting.IsScript)
                return acting.Refuse(problem, null, status);
            var kept = typed with { Asked = typed.Asked ?? typed.Written.CustomerNumber };
            return sheets.Show<CallSheet>(status, [.. await db.SheetFor(acting.Me, kept, null, t, ct), ("Problem", problem)]);
        }
    }

    private static async Task<IResult> Taken(Id<Case> caseId, Sheets sheets, Db db, CancellationToken ct)
    {
        if (await sheets.Find(db, caseId, ct) is not { } theCase)
            return sheets.NotHere();
        var customer = theCase.CustomerId;
        var number = await db.Customers.Where(c => c.Id == customer).Select(c => c.Number).SingleAsync(ct);
        return sheets.Show<TakenSheet>(("Made", new CallMade(number, caseId, "")), ("IsNew", true));
    }

    private static string? Wrong(Call call, Tongue t)
    {
        if (call.Desk.Length == 0)
            return t["お電話を受ける窓口がありません。", "You have no desk to take the call at."];
        if (call.Errors().Where(e => call.CaseId is null || e.Pointer != "/text" || call.Text.Length > 0).Select(e => e.Pointer).FirstOrDefault() is { } at)
            return CallWords.Wrong(at, t);
        return null;
    }
}
