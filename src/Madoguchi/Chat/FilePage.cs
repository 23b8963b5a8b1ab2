using Madoguchi.Cases;
using Madoguchi.Cases.Attaching;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;

namespace Madoguchi.Chat;

/// <summary>An attachment under the customer's own link.</summary>
public static class FilePage
{
    public static void MapCustomerFiles(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/c/{token}/files/{attachmentId:id}", Read);

    private static async Task<IResult> Read(string token, Id<Attachment> attachmentId, Db db, Attachments attachments, HttpResponse response, TimeProvider clock, CancellationToken ct) =>
        await db.CustomerByToken(token, clock.Now, ct) is { } customer
            ? await attachments.Serve(customer.CaseId, attachmentId, new Caller(customer), response, ct) : Problem.NotFound;
}
