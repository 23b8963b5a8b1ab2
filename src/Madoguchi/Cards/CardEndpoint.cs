using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cards;

public static class CardEndpoint
{
    public static void AddCards(this IServiceCollection services) => services.AddSingleton<NumberGuesses>();

    public static void MapCards(this IEndpointRouteBuilder agents) =>
        agents.MapGet("/customers/{number}", Read).WithName("readCustomer").WithSummary("The card of the customer who reads this number out; the look is on record")
            .ProducesProblem(404).ProducesProblem(429);

    private static async Task<Results<Ok<Card>, ProblemHttpResult>> Read(
        string number, CurrentAgent agent, Db db, Writes writes, NumberGuesses guesses, TimeProvider clock, CancellationToken ct)
    {
        using var guess = await guesses.Next(agent.Id, ct);
        if (!guess.MayTry)
            return NumberGuesses.TooMany;
        if (await db.OpenCard(number, agent, writes, clock.Now, ct) is { } card)
            return TypedResults.Ok(card);
        guess.Failed();
        return Problem.NotFound;
    }
}
