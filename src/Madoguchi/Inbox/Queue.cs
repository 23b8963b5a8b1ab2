using Madoguchi.Cases;

namespace Madoguchi.Inbox;

/// <summary>The workspace's queues: 未対応, 対応中, 保留, 完了, 自分の担当, 引き継ぎの申し出, 途切れた用件, 順番待ち.</summary>
public enum Queue { New, Open, Held, Done, Mine, Offered, BrokenOff, Line }

public static class Queues
{
    public static readonly IReadOnlyList<Status> WaitingForUs = [Status.New, Status.WaitingForUs];
    public static readonly IReadOnlyList<Status> Held = [Status.WaitingForCustomer, Status.Proposed];
    public static readonly IReadOnlyList<Status> Done = [Status.Solved, Status.ClosedBySilence];

    /// <summary>What is worked through: the urgent first. What waits for others is a record, the newest first.</summary>
    public static bool IsWorkedThrough(this Queue queue) => queue is Queue.New or Queue.Open or Queue.Mine;

    /// <summary>What stands in the queue by its status; nothing where the status does not matter.</summary>
    public static IReadOnlyList<Status>? StatusesOf(Queue queue) => queue switch
    {
        Queue.New or Queue.Open => WaitingForUs,
        Queue.Held => Held,
        Queue.Done => Done,
        Queue.Mine or Queue.Offered or Queue.BrokenOff or Queue.Line => null,
    };
}
