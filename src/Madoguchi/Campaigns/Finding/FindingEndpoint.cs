using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Madoguchi.Campaigns.Finding;

public static class FindingEndpoint
{
    public static void MapFinding(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/registrations", async (string? q, Db db, CancellationToken ct) => TypedResults.Ok(new RegistrationsFound(await db.FindRegistrations(q, ct))))
            .WithName("findRegistrations").WithSummary("Registrations by code, mail address, receipt or customer number, told in full");
        agents.MapGet("/registrations/{registrationId:id}/record", Read).WithName("readRegistrationRecord").WithSummary("What happened to a registration");
        agents.MapGet("/campaigns/receipts/{number}", Verify).WithName("verifyReceipt").WithSummary("Whether a receipt is right, and what it is for");
    }

    private static async Task<Results<Ok<RegistrationRecord>, ProblemHttpResult>> Read(Id<Registration> registrationId, Db db, CancellationToken ct) =>
        await db.RegistrationRecord(registrationId, ct) is { } record ? TypedResults.Ok(record) : Problem.NotFound;

    private static async Task<Results<Ok<ReceiptVerified>, ProblemHttpResult>> Verify(string number, Db db, CancellationToken ct) =>
        await db.VerifyReceipt(number, ct) is { } right ? TypedResults.Ok(right) : Problem.NotFound;
}
