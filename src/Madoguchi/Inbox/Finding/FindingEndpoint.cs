using System.Globalization;
using Madoguchi.Cards;
using Madoguchi.Cases;
using Madoguchi.Cases.Claiming;
using Madoguchi.Customers;
using Madoguchi.Handovers.Offering;
using Madoguchi.Handovers.TakingOver;
using Madoguchi.Inbox.Working;
using Madoguchi.Search;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Inbox.Finding;

/// <summary>A number is read out, or a name: found, shown, taken over, confirmed.</summary>
public static class FindingEndpoint
{
    public static void MapFindingPages(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/find", Find);
        desk.MapGet("/find/found", Found);
        desk.MapGet("/customers/{number}", Look);
        desk.MapPost("/customers/{number}", Card);
        desk.MapPost("/cases/{caseId:id}/takeover", TakeOver);
        desk.MapPost("/cases/{caseId:id}/claim", Confirm);
    }

    private static async Task<IResult> Find(string? q, string? cursor, Sheets sheets, Db db, CancellationToken ct)
    {
        var words = Sought.IsUsable(q) ? q! : ""; // usable: not null
        return sheets.Show<FindSheet>(("Words", words), ("Found", await Search(words, cursor, sheets, db, ct)), ("Mistyped", CustomerNumber.Read(q) is NumberReading.Mistyped));
    }

    // Below the box, while one types.
    private static async Task<RazorComponentResult<FoundList>> Found(string? q, Sheets sheets, Db db, CancellationToken ct)
    {
        var words = Sought.IsUsable(q) ? q! : ""; // as above
        return new(new { sheets.T, Words = words, Found = await Search(words, null, sheets, db, ct), Mistyped = CustomerNumber.Read(q) is NumberReading.Mistyped });
    }

    private static async Task<Hits> Search(string words, string? cursor, Sheets sheets, Db db, CancellationToken ct) =>
        words is "" ? new([], [], null) : await db.Search(words, sheets.Me, ct, before: long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null);

    // The look goes on record: no link of somebody else's page may cause it. A script of ours says so with a header that foreign pages cannot send.
    private static Task<IResult> Look(string number, HttpRequest request, Sheets sheets, Db db, Writes writes, NumberGuesses guesses, TimeProvider clock, CancellationToken ct) =>
        request.Headers["Sec-Fetch-Site"] == "same-origin" || request.Headers.ContainsKey("HX-Request") ? Card(number, sheets, db, writes, guesses, clock, ct)
            : Task.FromResult(sheets.Show<LookSheet>(("Number", number)));

    private static async Task<IResult> Card(string number, Sheets sheets, Db db, Writes writes, NumberGuesses guesses, TimeProvider clock, CancellationToken ct)
    {
        using var guess = await guesses.Next(sheets.Me.Id, ct);
        if (!guess.MayTry)
            return sheets.Refuse(StatusCodes.Status429TooManyRequests, sheets.T["だれのものでもない番号が続きました。お客様に一文字ずつ確かめて、しばらくしてからお試しください。", "Too many numbers that are nobody’s. Have it read out sign by sign, and try again later."]);
        if (await db.OpenCard(number, sheets.Me, writes, clock.Now, ct) is { } card)
            return sheets.Show<CardSheet>(("Card", card), ("MyDesks", sheets.Me.Desks.Count));
        guess.Failed();
        return sheets.Refuse(StatusCodes.Status404NotFound, sheets.T["この番号のお客様は見つかりません。一文字ずつ確かめてください。", "There is no customer of this number. Have it read out sign by sign."]);
    }

    private static async Task<IResult> TakeOver(Id<Case> caseId, [FromForm] string? reason, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var t = acting.T;
        if (WritingEndpoint.Wrong(reason, t, NewOffer.LongestReason) is not null)
            return acting.Refuse(t["引き取る理由を書いてください。", "Write why you take it over."], null, StatusCodes.Status422UnprocessableEntity);
        var result = await writes.WriteOnce(acting.Once(key, reason), clock.Now, db => db.TakeOver(caseId, new NewTakeover(reason!), acting.Me, clock.Now), ct); // not wrong: not null
        return result.Refused(out var why, out _) ? acting.Refuse(Explain(why, t)) : acting.Go($"/desk/cases/{caseId}");
    }

    private static async Task<IResult> Confirm(Id<Case> caseId, [FromForm] string? key, Acting acting, Writes writes, TimeProvider clock, CancellationToken ct) =>
        await acting.Show(caseId, await writes.WriteOnce(acting.Once(key), clock.Now, db => db.ConfirmClaim(caseId, acting.Me, clock.Now), ct), why => Explain(why, acting.T), ct);

    private static string Explain(TakeoverRefusal why, Tongue t) => why switch
    {
        TakeoverRefusal.Unknown => t["この用件は引き取れません。お客様番号を伺って、カードを開き直してください。", "This case cannot be taken over. Open the card again with the customer’s number."],
        TakeoverRefusal.Closed => t["終わった用件です。", "The case is closed."],
        TakeoverRefusal.AlreadyThere => t["すでにこの窓口にあります。", "The case is at this desk already."],
        TakeoverRefusal.CustomerWaits => t["お客様はご自分の言語で待つことを望んでいます。", "The customer would rather wait for their own language."],
        TakeoverRefusal.UnknownDesk => t["引き取る先の窓口がありません。", "You have no desk to take it to."],
    };

    private static string Explain(ClaimRefusal why, Tongue t) => why switch
    {
        ClaimRefusal.Unknown => t["この用件は見つかりません。", "This case is not here."],
        ClaimRefusal.WithAnotherDesk => t["確認できるのは、いま受け持っている窓口だけです。", "Only the desk that has the case confirms it."],
        ClaimRefusal.NothingClaimed => t["確認を待っている番号はありません。", "No number waits to be confirmed."],
        ClaimRefusal.NobodysNumber => t["お申し出の番号のお客様はいません。", "There is no customer of the claimed number."],
    };
}
