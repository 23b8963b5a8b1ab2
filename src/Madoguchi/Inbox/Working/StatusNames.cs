using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Working;

public static class StatusNames
{
    public static string NameIn(this Status status, bool isSomebodys, Tongue t) => status switch
    {
        Status.New or Status.WaitingForUs => isSomebodys ? t["対応中", "In progress"] : t["未対応", "New"],
        Status.WaitingForCustomer => t["お客様のお返事待ち", "Waiting for the customer"],
        Status.Proposed => t["解決のご確認待ち", "Waiting for “solved?”"],
        Status.Solved => t["解決", "Solved"],
        Status.ClosedBySilence => t["お返事なしで終了", "Closed by silence"],
    };
}
