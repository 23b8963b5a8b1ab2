using Madoguchi.Customers;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Cases.Contacting;

public static class ContactEndpoint
{
    public static void MapContacts(this IEndpointRouteBuilder api) =>
        api.MapPost("/contacts", Open).WithName("openContact").WithSummary("Tells a story and gets a customer number").RequireRateLimiting(Limits.Contacts)
            .ProducesProblem(422).ProducesProblem(429);

    private static async Task<Results<Created<ContactMade>, ProblemHttpResult>> Open(
        Body<Contact> body, IdempotencyKey once, NumberSupply numbers, Writes writes, BaseAddress address, TimeProvider clock, CancellationToken ct)
    {
        var (number, token, now) = (await numbers.Next(ct), Secret.New("mt_"), clock.Now);
        var result = await writes.WriteOnce<ContactMade, ContactRefusal>(once.For("anonymous", body.Hash), now, async db =>
        {
            if ((await db.Open(body.Value, number, token, null, now)).Refused(out var no, out var theCase))
                return no;
            return new ContactMade(number.Value, theCase.Id, token, address.Of($"/c/{token}"));
        }, ct);
        return result.Refused(out var why, out var made) ? Explain(why) : TypedResults.Created($"/api/v1/cases/{made.CaseId}", made);
    }

    private static ProblemHttpResult Explain(ContactRefusal why) => why switch
    {
        ContactRefusal.UnknownDesk => Problem.Invalid("/desk", "There is no such desk. Leave it out: the reception places the story."),
    };
}
