using Madoguchi.Cards;
using Madoguchi.Customers;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Inbox.Calling;

/// <summary>Who calls, as far as it is known.</summary>
/// <param name="Card">Of the customer who was picked; the look is on record.</param>
/// <param name="Found">Whom the words in the finding line may mean.</param>
/// <param name="Problem">Why nobody was found.</param>
/// <param name="MyDesks">Where the agent takes calls, by slug: a case elsewhere is taken over.</param>
public sealed record CallerView(Card? Card = null, IReadOnlyList<FoundCustomer>? Found = null, string? Problem = null, IReadOnlyList<string>? MyDesks = null);

public static class CallerEndpoint
{
    /// <summary>A post, because opening a card is an act: it goes on record.</summary>
    public static void MapCallers(this IEndpointRouteBuilder desk) => desk.MapPost("/calls/caller", Find);

    private static async Task<IResult> Find(TypedCall typed, Acting acting, Sheets sheets, NumberGuesses guesses, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var t = acting.T;
        var view = typed.Picked is { } picked
            ? picked.Length == 0 ? new CallerView() : await Open(picked) ?? new(Problem: CallWords.Nobodys(t))
            : await Look(typed.Asked);
        if (acting.IsScript)
            return new RazorComponentResult<CallerPart>(new { T = t, Caller = view });
        var kept = typed with { Written = typed.Written with { CustomerNumber = view.Card?.CustomerNumber }, Asked = view.Card is null ? typed.Asked : null };
        return sheets.Show<CallSheet>(await db.SheetFor(acting.Me, kept, view, t, ct));

        async Task<CallerView> Look(string? asked)
        {
            if (asked is not { Length: <= PlainText.Line })
                return new();
            var reading = CustomerNumber.Read(asked, out var number);
            if (reading is NumberReading.Right && await Open(asked) is { } opened)
                return opened;
            var found = (await db.FindCustomers(asked, acting.Me, ct)).Customers.Where(f => f.Name is not null || f.CustomerNumber != number?.Value).ToList();
            return new(Found: found, Problem: found.Count > 0 ? null : reading is NumberReading.Mistyped && asked.Any(char.IsDigit) ? CallWords.Slip(t) : reading is NumberReading.Right ? CallWords.Nobodys(t) : CallWords.Nobody(t));
        }

        async Task<CallerView?> Open(string number)
        {
            using var guess = await guesses.Next(acting.Me.Id, ct);
            if (!guess.MayTry)
                return new(Problem: CallWords.TooMany(t));
            if (await db.OpenCard(number, acting.Me, writes, clock.Now, ct) is { } card)
                return new(card, MyDesks: [.. (await db.DesksOf(acting.Me, ct)).Select(d => d.Slug)]);
            guess.Failed();
            return null;
        }
    }
}
